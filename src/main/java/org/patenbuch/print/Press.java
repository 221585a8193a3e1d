package org.patenbuch.print;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.patenbuch.web.Figures;
import org.patenbuch.web.PartnershipNames;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Makes a PDF of a template: tagged (PDF/UA-1), to be kept (PDF/A-3a), with its data inside, out of own fonts only. */
@Component
public class Press {
    private static final String FAMILY = "Fira Sans";

    static {
        // It writes of every font and every step to the console, past the application's own log
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
    }

    private final ITemplateEngine templates;
    private final Stamps stamps;
    private final PartnershipNames names;
    private final byte[] regular = resource("fonts/FiraSans-Regular.ttf");
    private final byte[] semiBold = resource("fonts/FiraSans-SemiBold.ttf");
    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    Press(ITemplateEngine templates, Stamps stamps, PartnershipNames names) {
        this.names = names;
        this.templates = templates;
        this.stamps = stamps;
    }

    /** @throws IllegalStateException if the template is not well-formed XML: a mistake of ours, never of the asker */
    public byte[] print(Sheet sheet) {
        try (var drawer = new BatikSVGDrawer();
                var renderer = renderer(html(sheet), drawer).buildPdfRenderer();
                PDDocument document = renderer.createPDFKeepOpen()) {
            Imprint.put(document, sheet);
            Enclosed.put(document, sheet.attachments(), sheet.knownAt());
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new IllegalStateException("The template " + sheet.template() + " cannot be printed", broken);
        }
    }

    private String html(Sheet sheet) {
        var context = new Context(sheet.language(), sheet.model());
        context.setVariable("sheet", sheet);
        context.setVariable("stamp", stamps.sentence(sheet.partnership(), sheet.position(), sheet.language()));
        context.setVariable("partnershipName", names.of(sheet.partnership()));
        context.setVariable("figures", new Figures(sheet.language()));
        return templates.process(sheet.template(), context);
    }

    /** Everything a page is made of is in this jar: nothing is fetched, whatever a text in it may say. */
    private PdfRendererBuilder renderer(String html, BatikSVGDrawer drawer) {
        return new PdfRendererBuilder()
                .usePdfAConformance(PdfAConformance.PDFA_3_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(colours)
                .useFont(() -> new ByteArrayInputStream(regular), FAMILY, 400, FontStyle.NORMAL, true)
                .useFont(() -> new ByteArrayInputStream(semiBold), FAMILY, 600, FontStyle.NORMAL, true)
                .useFont(() -> new ByteArrayInputStream(semiBold), FAMILY, 700, FontStyle.NORMAL, true)
                .useSVGDrawer(drawer)
                .useExternalResourceAccessControl(
                        (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .withProducer("Patenbuch")
                .withHtmlContent(html, null);
    }

    private static byte[] resource(String name) {
        try (InputStream stream = Press.class.getResourceAsStream("/print/" + name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
