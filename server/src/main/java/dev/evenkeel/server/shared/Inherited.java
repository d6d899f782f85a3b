package dev.evenkeel.server.shared;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the commands of runbooks inherit of the server's environment: nothing but this, so that none
 * of the server's passwords and keys gets into the hands of whoever writes runbooks.
 */
public final class Inherited {
  private static final List<String> NAMES =
      List.of(
          "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR");

  private Inherited() {}

  /** A map of its own, to be added to. */
  public static Map<String, String> of(Map<String, String> servers) {
    var environment = new HashMap<String, String>();
    NAMES.forEach(
        name -> Optional.ofNullable(servers.get(name)).ifPresent(v -> environment.put(name, v)));
    return environment;
  }
}
