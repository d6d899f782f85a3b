package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.identity.Tokens;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.shared.Actor;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Uploads whose sender goes away in between. */
@ServerTest
class CutOffTest {
  @Autowired Tokens tokens;
  @LocalServerPort int port;

  @Test
  void a_cut_off_upload_is_one_line_for_information() throws IOException {
    String token =
        tokens
            .issue("test-" + UUID.randomUUID(), Crew.ALL_HANDS, Optional.empty(), Actor.EVENKEEL)
            .text();
    var lines = new ListAppender<ILoggingEvent>();
    lines.start();
    var log = (Logger) LoggerFactory.getLogger(ApiRefusals.class);
    log.addAppender(lines);
    try {
      for (String path : List.of("/api/advisories", "/api/estate/apply")) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
          socket
              .getOutputStream()
              .write(
                  "POST %s HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer %s\r\nContent-Type: application/octet-stream\r\nContent-Length: 1000000\r\n\r\n[{"
                      .formatted(path, token)
                      .getBytes(StandardCharsets.UTF_8));
          socket.getOutputStream().flush();
        }
        RiskScene.until(() ->
            List.copyOf(lines.list).stream()
                .anyMatch(line ->
                    line.getFormattedMessage().contains(path) || line.getLevel() == Level.ERROR));
      }
    } finally {
      log.detachAppender(lines);
    }
    assertThat(lines.list)
        .hasSize(2)
        .allSatisfy(line -> {
          assertThat(line.getLevel()).isEqualTo(Level.INFO);
          assertThat(line.getThrowableProxy()).isNull();
          assertThat(line.getFormattedMessage()).contains("was cut off by its sender");
        });
  }
}
