package dev.evenkeel.cli.server;

import dev.evenkeel.cli.Caller;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Trouble;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Finds the server: the one that is named, else the one that wrote its address into the data folder
 * of this user. Looks anew each time, because a server may come back elsewhere.
 *
 * <p>The token in the data folder makes whoever has it administrator, so it is shown to nobody but
 * the server whose address stands next to it.
 */
public final class Places {
  private static final String ADDRESS_FILE = "server.json";
  private static final String TOKEN_FILE = "cli-token";

  private final Caller caller;
  private final String named;

  /**
   * @param named address given with {@code --server}; empty when none was
   */
  public Places(Caller caller, String named) {
    this.caller = caller;
    this.named = named;
  }

  private record Written(String url, Optional<Long> pid) {}

  /**
   * @throws Trouble when nothing says where a server is, or what does is wrong
   */
  public Place find() {
    if (!named.isBlank()) {
      return named(named, "--server");
    }
    String variable = caller.variable("EVENKEEL_SERVER");
    if (!variable.isEmpty()) {
      return named(variable, "EVENKEEL_SERVER");
    }
    Path file = data().resolve(ADDRESS_FILE);
    Written written = written(file);
    return new Place(
        url(written.url(), file.toString()),
        file.toString(),
        written.pid(),
        ownToken().or(this::foundToken),
        true);
  }

  /** A server that is named may be a stranger's: the token that was found is not meant for it. */
  private Place named(String text, String from) {
    URI url = url(text, from);
    boolean ours = writtenHere().filter(written -> isAt(written, url)).isPresent();
    return new Place(
        url, from, Optional.empty(), ours ? ownToken().or(this::foundToken) : ownToken(), ours);
  }

  private Optional<Written> writtenHere() {
    try {
      return Optional.of(written(data().resolve(ADDRESS_FILE)));
    } catch (ServerAway none) {
      return Optional.empty();
    }
  }

  private static boolean isAt(Written written, URI url) {
    try {
      return url(written.url(), ADDRESS_FILE).equals(url)
          && written.pid().flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive).isPresent();
    } catch (Trouble noAddress) {
      return false;
    }
  }

  /** As the server finds it: see its {@code DataFolder}. */
  private Path data() {
    String own = caller.variable("EVENKEEL_DATA");
    if (!own.isEmpty()) {
      return Path.of(own);
    }
    String shared = caller.variable("XDG_DATA_HOME");
    Path base = shared.isEmpty() ? Path.of(caller.home(), ".local", "share") : Path.of(shared);
    return base.resolve("evenkeel");
  }

  private Optional<String> ownToken() {
    return Optional.of(caller.variable("EVENKEEL_TOKEN")).filter(own -> !own.isEmpty());
  }

  private Optional<String> foundToken() {
    try {
      return Optional.of(Files.readString(data().resolve(TOKEN_FILE)).strip());
    } catch (IOException notThereOrNotOurs) {
      return Optional.empty();
    }
  }

  private static Written written(Path file) {
    try {
      return Json.MAPPER.readValue(Files.readString(file), Written.class);
    } catch (NoSuchFileException none) {
      throw new ServerAway(
          "No server is running for this user: there is no %s. Start one with `evenkeel serve`, or name one with --server or EVENKEEL_SERVER."
              .formatted(file),
          none);
    } catch (IOException | JacksonException unreadable) {
      throw new ServerAway(
          "%s does not say where the server is: %s. Start the server again, or name it with --server or EVENKEEL_SERVER."
              .formatted(file, unreadable.getMessage()),
          unreadable);
    }
  }

  private static URI url(String text, String from) {
    try {
      URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (URISyntaxException said) {
      // as below
    }
    throw new Trouble(
        ExitCode.REFUSED,
        "'%s' in %s is not the address of a server; one looks like http://127.0.0.1:8080."
            .formatted(text, from));
  }
}
