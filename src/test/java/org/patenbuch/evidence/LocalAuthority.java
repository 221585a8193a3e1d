package org.patenbuch.evidence;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A timestamp authority on loopback, with a certificate of its own and of its issuer; it can answer wrongly as well. */
final class LocalAuthority implements AutoCloseable {
    /** How it answers. */
    enum Manner {
        RIGHT,
        ANOTHER_HASH,
        REFUSED,
        BROKEN,
        GARBAGE
    }

    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.3.4");
    private static final String SIGNATURE = "SHA256withRSA";

    final X509Certificate issuer;
    final X509Certificate certificate;

    private final KeyPair keys = pair();
    private final HttpServer server;
    private volatile Manner manner = Manner.RIGHT;

    LocalAuthority() throws Exception {
        KeyPair issuing = pair();
        X500Name root = new X500Name("CN=Wurzel von Nebenan");
        issuer = sign(
                new JcaX509v3CertificateBuilder(root, BigInteger.ONE, day(-1), day(30), root, issuing.getPublic())
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(true)),
                issuing);
        certificate = sign(
                new JcaX509v3CertificateBuilder(
                                root,
                                BigInteger.TWO,
                                day(-1),
                                day(30),
                                new X500Name("CN=Zeitstempel von Nebenan"),
                                keys.getPublic())
                        .addExtension(
                                Extension.extendedKeyUsage,
                                true,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping)),
                issuing);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] question = exchange.getRequestBody().readAllBytes();
            byte[] answer = answer(question);
            exchange.sendResponseHeaders(manner == Manner.BROKEN ? 503 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    void answers(Manner how) {
        manner = how;
    }

    private byte[] answer(byte[] question) throws IOException {
        try {
            TimeStampRequest asked = new TimeStampRequest(question);
            if (manner == Manner.ANOTHER_HASH) {
                TimeStampRequestGenerator other = new TimeStampRequestGenerator();
                other.setCertReq(true);
                asked = other.generate(TSPAlgorithms.SHA256, new byte[32], asked.getNonce());
            }
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build(SIGNATURE, keys.getPrivate(), certificate),
                    new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    POLICY);
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            return manner == Manner.GARBAGE
                    ? new byte[] {1, 2, 3}
                    : new TimeStampResponseGenerator(
                                    tokens,
                                    manner == Manner.REFUSED ? Set.of(TSPAlgorithms.SHA1) : TSPAlgorithms.ALLOWED)
                            .generate(asked, BigInteger.TEN, new Date())
                            .getEncoded();
        } catch (Exception failed) {
            throw new IOException(failed);
        }
    }

    private static X509Certificate sign(X509v3CertificateBuilder certificate, KeyPair by) throws Exception {
        return new JcaX509CertificateConverter()
                .getCertificate(certificate.build(new JcaContentSignerBuilder(SIGNATURE).build(by.getPrivate())));
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Date day(int fromNow) {
        return Date.from(Instant.now().plus(fromNow, ChronoUnit.DAYS));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
