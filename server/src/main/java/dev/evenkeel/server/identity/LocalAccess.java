package dev.evenkeel.server.identity;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.DataFolder;
import dev.evenkeel.server.shared.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A token for the command line of whoever may read the data folder. It stays the same as long as it
 * is valid, so that a command that watches a run goes on after the server was started anew.
 */
@Component
public class LocalAccess {
  static final String FILE = "cli-token";
  private static final Logger log = LoggerFactory.getLogger(LocalAccess.class);

  private final Tokens tokens;
  private final DataFolder folder;

  LocalAccess(Tokens tokens, DataFolder folder) {
    this.tokens = tokens;
    this.folder = folder;
  }

  public void keep() {
    if (kept().flatMap(tokens::find).isPresent()) {
      return;
    }
    // One name a data folder: servers that share a database each have their own.
    var name =
        "command line of %s in %s"
            .formatted(System.getProperty("user.name"), folder.root().getFileName());
    name = "%s (%08x)".formatted(name, folder.root().toString().hashCode());
    tokens.revoke(name);
    folder.write(
        FILE, tokens.issue(name, List.of(Role.ADMIN), Optional.empty(), Actor.EVENKEEL).text());
    log.debug("Wrote the token of the local command line into {}", folder.file(FILE));
  }

  private Optional<String> kept() {
    try {
      return Optional.of(Files.readString(folder.file(FILE)).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
