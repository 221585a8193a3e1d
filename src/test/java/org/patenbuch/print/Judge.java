package org.patenbuch.print;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** What veraPDF, the reference validator, has against a PDF: as PDF/A-3a and as PDF/UA-1. For every test of a print. */
public final class Judge {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Judge() {}

    public static List<String> complaints(byte[] pdf) throws Exception {
        List<String> complaints = new ArrayList<>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1)) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                validator
                        .validate(parser)
                        .getTestAssertions()
                        .forEach(found ->
                                complaints.add(flavour + " " + found.getRuleId().getClause() + ": " + found.getMessage()
                                        + " at " + found.getLocation().getContext()));
            }
        }
        return complaints;
    }
}
