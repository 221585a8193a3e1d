package org.patenbuch.evidence;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** An authority that says when it saw something, by its hash alone (RFC 3161, over HTTP as section 3.4 has it). */
final class TimestampAuthority {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int NONCE_BITS = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * @param response byte for byte, for anyone to check
     * @param authority the subject of the certificate that signed
     */
    record Stamp(byte[] response, String authority, Instant at) {}

    private final URI address;
    private final List<X509Certificate> trusted;

    /** @param trusted of the authority itself, or of who issued its certificate */
    TimestampAuthority(URI address, Collection<X509Certificate> trusted) {
        this.address = address;
        this.trusted = List.copyOf(trusted);
    }

    /** @throws IOException if there is no answer, or one that does not hold for these bytes and this question */
    Stamp stamp(byte[] content) throws IOException {
        TimeStampRequestGenerator questions = new TimeStampRequestGenerator();
        questions.setCertReq(true);
        TimeStampRequest question =
                questions.generate(TSPAlgorithms.SHA256, Sha256.of(content), new BigInteger(NONCE_BITS, RANDOM));
        byte[] answer = send(question.getEncoded());
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            response.validate(question);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new IOException("refused: " + response.getStatusString());
            }
            X509CertificateHolder signer = signer(token);
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            return new Stamp(
                    answer,
                    signer.getSubject().toString(),
                    token.getTimeStampInfo().getGenTime().toInstant());
        } catch (TSPException | OperatorException | GeneralSecurityException wrong) {
            throw new IOException("the answer does not hold", wrong);
        }
    }

    /** The certificate that signed, if it is trusted: one of those known, or issued by one of them. */
    private X509CertificateHolder signer(TimeStampToken token) throws IOException, GeneralSecurityException {
        X509CertificateHolder signer = token.getCertificates().getMatches(null).stream()
                .filter(token.getSID()::match)
                .findFirst()
                .orElseThrow(() -> new IOException("the answer brings no certificate"));
        X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(signer);
        for (X509Certificate known : trusted) {
            if (known.equals(certificate) || isIssuedBy(certificate, known)) {
                return signer;
            }
        }
        throw new IOException("the answer is signed by somebody else: " + signer.getSubject());
    }

    private static boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return issuer.getBasicConstraints() >= 0;
        } catch (GeneralSecurityException other) {
            return false;
        }
    }

    private byte[] send(byte[] question) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(question))
                .build();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("status " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
