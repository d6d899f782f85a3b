package dev.evenkeel.estate.lifecycle.match;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name of a container image.
 *
 * @param host of the registry
 * @param path without the name, such as {@code library}
 * @param name the last part
 * @param tag there when it begins like a version
 */
record Image(String host, String path, String name, Optional<String> tag) {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:(?<host>localhost(?::\\d+)?|[\\w-]+(?:\\.[\\w-]+)+(?::\\d+)?|[\\w-]+:\\d+)/)?"
              + "(?<path>(?:[a-z0-9][a-z0-9._-]*/)*)(?<name>[a-z0-9][a-z0-9._-]*)"
              + "(?::(?<tag>[\\w.${}:-]+))?(?:@sha\\d+:[0-9a-f]+)?");
  private static final Pattern VERSION = Pattern.compile("v?\\d.*");
  private static final Set<String> HUB =
      Set.of(
          "docker.io",
          "index.docker.io",
          "registry-1.docker.io",
          "registry.hub.docker.com",
          "lscr.io");

  /** Empty for what could be any name: an image shows by a path, a tag or a digest. */
  static Optional<Image> read(String text) {
    var match = SHAPE.matcher(text.strip());
    if (!match.matches() || !(text.contains("/") || text.contains(":"))) {
      return Optional.empty();
    }
    var path = match.group("path");
    var host = match.group("host") == null ? "docker.io" : match.group("host");
    var hub = HUB.contains(host);
    return Optional.of(
        new Image(
            hub ? "docker.io" : host,
            path.isEmpty() ? (hub ? "library" : "") : path.substring(0, path.length() - 1),
            match.group("name"),
            Optional.ofNullable(match.group("tag")).filter(tag -> VERSION.matcher(tag).matches())));
  }

  /** The key of the package URL that names it. */
  String key() {
    return host.equals("docker.io")
        ? "docker/%s/%s".formatted(path, name)
        : Identifiers.image(host + "/" + (path.isEmpty() ? "" : path + "/") + name);
  }

  boolean official() {
    return path.equals("library") || path.equals("docker/library");
  }

  /** Whether those who named the image named themselves after it. */
  boolean namedAfterItsMakers() {
    var maker = path.substring(path.lastIndexOf('/') + 1);
    return !maker.isEmpty() && (name.equals(maker) || name.startsWith(maker + "-"));
  }
}
