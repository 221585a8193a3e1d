package org.patenbuch.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A timestamp authority by settings: {@code patenbuch.evidence.timestamp.url}, and {@code …certificate}, a PEM file with
 * its certificate or that of its issuer. Without the first nothing is sent to anyone.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${patenbuch.evidence.timestamp.url:}'.isBlank()")
class TimestampSetup {
    @Bean
    Timestamps timestamps(
            @Value("${patenbuch.evidence.timestamp.url}") URI address,
            @Value("${patenbuch.evidence.timestamp.certificate}") Path certificate,
            @Value("${patenbuch.evidence.timestamp.every:P1D}") Duration every,
            JdbcClient jdbc,
            Clock clock) {
        return new Timestamps(new TimestampAuthority(address, certificates(certificate)), every, jdbc, clock);
    }

    /** @throws IllegalStateException if it is not there or holds no certificate: better no start than no check */
    static Collection<X509Certificate> certificates(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            List<X509Certificate> found = CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (found.isEmpty()) {
                throw new CertificateException("empty");
            }
            return found;
        } catch (IOException | CertificateException unreadable) {
            throw new IllegalStateException(
                    "patenbuch.evidence.timestamp.certificate is no PEM file with a certificate: " + file, unreadable);
        }
    }
}
