package dev.evenkeel.server.web;

import dev.evenkeel.server.identity.Invitations;
import dev.evenkeel.server.identity.LocalAccess;
import dev.evenkeel.server.shared.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells where the server is, once it is ready: people by the log, the local command line by {@code
 * server.json} in the data folder.
 */
@Component
class Announcement {
  private static final Logger log = LoggerFactory.getLogger(Announcement.class);
  private static final String FILE = "server.json";

  private final DataFolder folder;
  private final LocalAccess localAccess;
  private final Invitations invitations;
  private final String listen;

  Announcement(
      DataFolder folder,
      LocalAccess localAccess,
      Invitations invitations,
      @Value("${evenkeel.listen}") String listen) {
    this.folder = folder;
    this.localAccess = localAccess;
    this.invitations = invitations;
    this.listen = listen;
  }

  @EventListener
  void ready(ApplicationReadyEvent ready) {
    if (!(ready.getApplicationContext() instanceof WebServerApplicationContext context)
        || context.getWebServer() == null) {
      return;
    }
    var url = "http://%s:%d".formatted(reachableHost(listen), context.getWebServer().getPort());
    localAccess.keep();
    folder.write(
        FILE,
        """
        {"url": "%s", "pid": %d}
        """
            .formatted(url, ProcessHandle.current().pid()));
    log.info("Evenkeel is ready at {}", url);
    invitations
        .forFirstAdmin()
        .ifPresent(code ->
            log.info(
                "Nobody has joined yet. This link makes you the administrator, once:\n\n"
                    + "    {}/welcome?code={}\n",
                url,
                code));
  }

  @EventListener(ContextClosedEvent.class)
  void closed() {
    try {
      Files.deleteIfExists(folder.file(FILE));
    } catch (IOException e) {
      log.debug("{} stays behind", FILE, e);
    }
  }

  /** An address to listen on is not always one to go to. */
  static String reachableHost(String listen) {
    return switch (listen) {
      case "0.0.0.0", "::", "[::]", "" -> "127.0.0.1";
      default -> listen.contains(":") && !listen.startsWith("[") ? "[" + listen + "]" : listen;
    };
  }
}
