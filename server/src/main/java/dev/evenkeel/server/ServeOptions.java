package dev.evenkeel.server;

import dev.evenkeel.server.database.DatabaseSettings;
import dev.evenkeel.server.secrets.KeyText;
import dev.evenkeel.server.shared.StartRefused;
import dev.evenkeel.server.shared.TimeSetting;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The few options of {@code evenkeel serve}; each is a setting that has a variable too. */
final class ServeOptions {
  static final String USAGE =
      """
      Usage: evenkeel serve [--port N] [--listen ADDRESS] [--data FOLDER]

        --port N          port of the pages and the API; 8080        EVENKEEL_PORT
        --listen ADDRESS  address to listen on; 127.0.0.1            EVENKEEL_LISTEN
        --data FOLDER     where the server keeps its own files       EVENKEEL_DATA

      Variables only: EVENKEEL_DB_URL, EVENKEEL_DB_USER, EVENKEEL_DB_PASSWORD for a PostgreSQL of
      your own; EVENKEEL_SECRET_KEY; EVENKEEL_LOG=json; EVENKEEL_CACHE. See docs/operations.md.
      """;

  private static final Map<String, String> SETTINGS =
      Map.of(
          "--port", "evenkeel.port",
          "--listen", "evenkeel.listen",
          "--data", "evenkeel.data");

  private ServeOptions() {}

  /** An option nobody knows, or one without its value. */
  static final class Unknown extends Exception {
    Unknown(String message) {
      super(message);
    }
  }

  /** A setting that cannot be what it is; says what it may be. */
  static final class Unfit extends Exception {
    Unfit(String message) {
      super(message);
    }
  }

  /**
   * The options as Spring's; {@code --name value} and {@code --name=value} are the same.
   *
   * @param environment read for what must be right before anything starts
   */
  static String[] settings(Map<String, String> environment, String... args) throws Unknown, Unfit {
    List<String> settings = new ArrayList<>();
    requireFit(environment);
    var log = environment.getOrDefault("EVENKEEL_LOG", "");
    switch (log) {
      case "", "text" -> {}
      // The Elastic Common Schema: one JSON object a line, known to what collects logs.
      case "json" -> settings.add("--logging.structured.format.console=ecs");
      default -> throw new Unfit("EVENKEEL_LOG is '%s'; text or json is meant.".formatted(log));
    }
    for (int at = 0; at < args.length; at++) {
      var equals = args[at].indexOf('=');
      var name = equals < 0 ? args[at] : args[at].substring(0, equals);
      if (name.equals("--stop-when-ready")) {
        settings.add("--evenkeel.stop-when-ready=true");
        continue;
      }
      var setting = SETTINGS.get(name);
      if (setting == null) {
        throw new Unknown("'%s' is not an option of evenkeel serve.".formatted(args[at]));
      }
      if (equals < 0 && at + 1 == args.length) {
        throw new Unknown("Option %s needs a value.".formatted(name));
      }
      var value = equals < 0 ? args[++at] : args[at].substring(equals + 1);
      switch (name) {
        case "--port" -> requirePort(name, value);
        case "--listen" -> requireAddress(name, value);
        default -> {}
      }
      settings.add("--%s=%s".formatted(setting, value));
    }
    return settings.toArray(String[]::new);
  }

  private static void requireFit(Map<String, String> environment) throws Unfit {
    requirePort("EVENKEEL_PORT", environment.getOrDefault("EVENKEEL_PORT", "8080"));
    requireAddress("EVENKEEL_LISTEN", environment.getOrDefault("EVENKEEL_LISTEN", "127.0.0.1"));
    try {
      TimeSetting.requireFit(environment);
    } catch (IllegalArgumentException unfit) {
      throw new Unfit(String.valueOf(unfit.getMessage()));
    }
    try {
      var url = environment.getOrDefault("EVENKEEL_DB_URL", "");
      new DatabaseSettings(url, "", "").jdbcUrl();
      KeyText.requireFit(environment);
    } catch (StartRefused unfit) {
      throw new Unfit("%s %s".formatted(unfit.getMessage(), unfit.wayOut()));
    }
  }

  /** 0 lets the system choose a free one. */
  private static void requirePort(String name, String value) throws Unfit {
    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
      throw new Unfit("%s is '%s'; a port is a number from 0 to 65535.".formatted(name, value));
    }
  }

  /** Nothing at all would be every address there is, and nobody means that. */
  private static void requireAddress(String name, String value) throws Unfit {
    try {
      if (!value.isBlank()) {
        InetAddress.getByName(value);
        return;
      }
    } catch (UnknownHostException noAddress) {
      // as below
    }
    throw new Unfit(
        "%s is '%s'; an address of this machine is meant, such as 127.0.0.1, or 0.0.0.0 for all of them."
            .formatted(name, value));
  }
}
