package dev.evenkeel.server.comms.courier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Assumptions;

/**
 * A real mail server, Debian's aiosmtpd, that wants STARTTLS and a password, with a certificate of
 * its own; tests are skipped where it is not installed.
 */
final class MailServer implements AutoCloseable {
  static final String USER = "evenkeel";
  static final String PASSWORD = "correct-h0rse battery";

  private final Process process;
  private final BufferedReader says;
  private final Path certificate;
  private final int port;

  /** A mail it took. */
  record Mail(String user, String way, List<String> to, String text) {}

  private MailServer(Process process, BufferedReader says, Path certificate, int port) {
    this.process = process;
    this.says = says;
    this.certificate = certificate;
    this.port = port;
  }

  static MailServer startOrSkip(Path folder) throws Exception {
    return startOrSkip(folder, true);
  }

  /** One that offers neither encryption nor passwords. */
  static MailServer openOrSkip(Path folder) throws Exception {
    return startOrSkip(folder, false);
  }

  private static MailServer startOrSkip(Path folder, boolean tls) throws Exception {
    Optional<String> python =
        Stream.of("/usr/bin/python3", "python3")
            .filter(one -> works(one, "-c", "import aiosmtpd.controller"))
            .findFirst();
    Assumptions.assumeTrue(python.isPresent(), "no mail server: apt-get install python3-aiosmtpd");
    Path certificate = folder.resolve("cert.pem");
    Path key = folder.resolve("key.pem");
    Assumptions.assumeTrue(
        works(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=127.0.0.1",
            "-addext",
            "subjectAltName=IP:127.0.0.1",
            "-keyout",
            key.toString(),
            "-out",
            certificate.toString()),
        "no certificate: apt-get install openssl");
    Path program = folder.resolve("server.py");
    try (InputStream text = MailServer.class.getResourceAsStream("/mail/server.py")) {
      Files.write(program, text.readAllBytes());
    }
    Process process =
        new ProcessBuilder(
                python.get(),
                program.toString(),
                tls ? certificate.toString() : "none",
                key.toString(),
                USER,
                PASSWORD)
            .redirectError(folder.resolve("server.log").toFile())
            .start();
    var says = process.inputReader(StandardCharsets.UTF_8);
    String first = String.valueOf(says.readLine());
    if (!first.startsWith("port ")) {
      throw new IllegalStateException("it does not start; see " + folder.resolve("server.log"));
    }
    return new MailServer(
        process, says, certificate, Integer.parseInt(first.substring("port ".length())));
  }

  private static boolean works(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  int port() {
    return port;
  }

  /** As of a server whose Java trusts the certificate. */
  SSLSocketFactory trusting() throws Exception {
    KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
    known.load(null);
    try (InputStream text = Files.newInputStream(certificate)) {
      known.setCertificateEntry(
          "mail", CertificateFactory.getInstance("X.509").generateCertificate(text));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(known);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  /** What it took until it was stopped. */
  List<Mail> stop() throws Exception {
    process.getOutputStream().close();
    process.waitFor(20, TimeUnit.SECONDS);
    List<Mail> mails = new ArrayList<>();
    for (String line = says.readLine(); line != null; line = says.readLine()) {
      String[] words = line.split(" ", -1);
      mails.add(
          new Mail(
              words[1],
              words[2],
              List.of(words[3].split(",")),
              new String(Base64.getDecoder().decode(words[4]), StandardCharsets.UTF_8)));
    }
    return mails;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    says.close();
  }
}
