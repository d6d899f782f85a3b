package dev.evenkeel.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Advisories over https, of a source whose certificate the trust store of the server vouches for,
 * and of one that nobody vouches for: the first is taken, of the second it is said what to do.
 */
@Tag("C117")
@Timeout(300)
class OwnAuthorityJourneyIT {
  private static final String PASSWORD = "changeit";
  private static final String ADVISORY =
      """
      {"id": "OWN-1", "modified": "2026-03-01T00:00:00Z", "summary": "s", "affected": [{"package":
       {"ecosystem": "Go", "name": "example.com/own"}, "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}]}]}
      """;
  private static final Scene scene = Scene.of("own-authority");

  @Test
  void advisories_come_from_whom_the_trust_store_vouches_for_and_from_nobody_else()
      throws Exception {
    HttpsServer known = source(keys("known"));
    HttpsServer stranger = source(keys("stranger"));
    keytool("known", "-exportcert", "-file", scene.file("known.cer").toString());
    keytool("trust", "-importcert", "-noprompt", "-file", scene.file("known.cer").toString());
    String trust = "-Djavax.net.ssl.trustStore=" + scene.file("trust.p12");
    String taken = address(known) + ": 1 new, 0 changed, 0 known already.";
    try (PackagedServer server =
        new PackagedServer(scene)
            .with("EVENKEEL_ADVISORY_URLS", address(known) + " " + address(stranger))) {
      server.with("EVENKEEL_JAVA_OPTS", trust).start();
      assertThat(fetched(server, "unread"))
          .doesNotContain(taken)
          .contains("cannot be read without its password (-Djavax.net.ssl.trustStorePassword)");
      server.with("EVENKEEL_JAVA_OPTS", trust + " -Djavax.net.ssl.trustStorePassword=" + PASSWORD);
      server.restart();
      assertThat(fetched(server, "fetched"))
          .contains(taken)
          .contains(
              "Advisories could not be fetched from %s: the certificate of localhost:%d is signed by nobody the server trusts; add its authority to the Java trust store (-Djavax.net.ssl.trustStore). Nothing of it was changed."
                  .formatted(address(stranger), stranger.getAddress().getPort()));
    } finally {
      known.stop(0);
      stranger.stop(0);
    }
  }

  private static String fetched(PackagedServer server, String name) throws Exception {
    Called fetch = Called.start(scene, name, server.environment(), "advisories", "fetch");
    assertThat(fetch.exitCode(2)).as("one of the two failed").isEqualTo(2);
    return fetch.out() + fetch.err();
  }

  private static String address(HttpsServer source) {
    return "https://localhost:%d/osv.json".formatted(source.getAddress().getPort());
  }

  private static HttpsServer source(SSLContext keys) throws IOException {
    HttpsServer source =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    source.setHttpsConfigurator(new HttpsConfigurator(keys));
    source.createContext("/osv.json", OwnAuthorityJourneyIT::answer);
    source.start();
    return source;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    byte[] body = ADVISORY.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static SSLContext keys(String name) throws Exception {
    keytool(
        name,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var stream = Files.newInputStream(scene.file(name + ".p12"))) {
      keys.load(stream, PASSWORD.toCharArray());
    }
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(String store, String... words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin/keytool").toString()));
    command.addAll(List.of(words));
    command.addAll(
        List.of(
            "-alias",
            "own",
            "-storetype",
            "PKCS12",
            "-storepass",
            PASSWORD,
            "-keystore",
            scene.file(store + ".p12").toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(scene.file(store + ".log").toFile())
            .start();
    assertThat(process.waitFor()).as(() -> "keytool; see " + scene.file(store + ".log")).isZero();
  }
}
