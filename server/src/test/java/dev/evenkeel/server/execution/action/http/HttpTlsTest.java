package dev.evenkeel.server.execution.action.http;

import static dev.evenkeel.server.execution.action.http.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Playing;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers with certificates nobody vouches for. */
class HttpTlsTest {
  private static final char[] PASSWORD = "for-this-test".toCharArray();
  @TempDir Path folder;

  @Test
  void says_that_a_certificate_is_not_trusted_and_what_to_do() throws Exception {
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context()));
    server.start();
    try {
      var url = "https://localhost:%d/".formatted(server.getAddress().getPort());
      assertThat(Playing.carryOut(Requests.action(), request("POST", url)))
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed ->
                  assertThat(failed.reason())
                      .contains(
                          "certificate of localhost", "nobody the server trusts", "trustStore"));
    } finally {
      server.stop(0);
    }
  }

  private SSLContext context() throws Exception {
    var file = folder.resolve("store.p12");
    var process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/keytool",
                "-genkeypair",
                "-alias",
                "x",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(new File(folder.toFile(), "log")))
            .start();
    assertThat(process.waitFor()).isZero();
    var keys = KeyStore.getInstance("PKCS12");
    try (var stream = Files.newInputStream(file)) {
      keys.load(stream, PASSWORD);
    }
    var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(keys, PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(factory.getKeyManagers(), null, null);
    return context;
  }
}
