package dev.evenkeel.demo.story;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The user's browser, where there is a desktop to show it on. */
final class Browser {

  private Browser() {}

  /**
   * @param system name of the operating system, as in {@code os.name}
   */
  static Optional<List<String>> command(
      String address, String system, Map<String, String> environment) {
    String os = system.toLowerCase(Locale.ROOT);
    if (os.contains("mac")) {
      return Optional.of(List.of("open", address));
    }
    if (os.contains("windows")) {
      return Optional.of(List.of("rundll32", "url.dll,FileProtocolHandler", address));
    }
    boolean desktop =
        environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
    return desktop ? Optional.of(List.of("xdg-open", address)) : Optional.empty();
  }

  /** Opens an address if that is possible; the address is printed anyway. */
  static void open(String address) {
    command(address, System.getProperty("os.name"), System.getenv())
        .ifPresent(command -> {
          try {
            new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
          } catch (IOException e) {
            // There is no browser after all.
          }
        });
  }
}
