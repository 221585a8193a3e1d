package org.patenbuch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/**
 * The Nu HTML checker, the one behind validator.w3.org, without any network. The build puts it into {@code target/nu}:
 * its own libraries are older than ours, so it gets a class loader of its own.
 */
final class NuChecker implements ErrorHandler {
    private static final String HTML5 = "http://s.validator.nu/html5-rdfalite.rnc"; // a name, nothing is fetched
    private static final String VALIDATOR = "nu.validator.validation.SimpleDocumentValidator";

    /** It closes the hidden input that it adds to a form; in HTML that means nothing. */
    private static final String OF_THYMELEAF = "Trailing slash on void elements has no effect";

    private static final long STACK_BYTES = 64 << 20;

    private final List<String> found = new ArrayList<>();
    private final Object validator;

    NuChecker() {
        validator = withDeepStack(this::validator);
    }

    /** Reading the rules goes deeper than a thread's stack usually is. */
    private static Object withDeepStack(Callable<Object> work) {
        var task = new FutureTask<>(work);
        new Thread(null, task, "html-checker", STACK_BYTES).start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The HTML checker does not start", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Object validator() throws ReflectiveOperationException {
        Class<?> type = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader()).loadClass(VALIDATOR);
        Object made = type.getConstructor().newInstance();
        type.getMethod("setUpMainSchema", String.class, ErrorHandler.class).invoke(made, HTML5, this);
        type.getMethod("setUpValidatorAndParsers", ErrorHandler.class, boolean.class, boolean.class)
                .invoke(made, this, true, false);
        return made;
    }

    private static URL[] jars() {
        try (Stream<Path> jars = Files.list(Path.of("target", "nu"))) {
            return jars.map(NuChecker::url).toArray(URL[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What is wrong with a page: errors and warnings, with the line they stand in. */
    List<String> check(String html) {
        found.clear();
        InputSource source = new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
        source.setEncoding("UTF-8");
        source.setSystemId("page:");
        try {
            validator
                    .getClass()
                    .getMethod("checkHtmlInputSource", InputSource.class)
                    .invoke(validator, source);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The HTML checker fails", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        String[] lines = html.split("\n", -1);
        return found.stream().map(one -> inItsLine(one, lines)).toList();
    }

    private static String inItsLine(String one, String[] lines) {
        int line = Integer.parseInt(one.substring(0, one.indexOf(' ')));
        String text = line >= 1 && line <= lines.length ? lines[line - 1].strip() : "";
        return one + " | " + text.substring(0, Math.min(text.length(), 160));
    }

    @Override
    public void warning(SAXParseException e) {
        if (!e.getMessage().startsWith(OF_THYMELEAF)) found.add(e.getLineNumber() + " warning: " + e.getMessage());
    }

    @Override
    public void error(SAXParseException e) {
        found.add(e.getLineNumber() + " error: " + e.getMessage());
    }

    @Override
    public void fatalError(SAXParseException e) {
        error(e);
    }
}
