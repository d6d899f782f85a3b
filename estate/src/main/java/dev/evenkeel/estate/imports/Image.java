package dev.evenkeel.estate.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a reference to a container image says.
 *
 * @param product the last part of its path, such as {@code postgres}
 * @param version its tag, when that tells one release
 * @param unknown why there is no version; empty when there is
 */
record Image(String reference, String product, Optional<String> version, String unknown) {
  private static final Pattern DIGIT = Pattern.compile("\\d");

  static Image of(String reference) {
    String rest = reference;
    boolean digest = rest.contains("@");
    rest = digest ? rest.substring(0, rest.indexOf('@')) : rest;
    int slash = outside(rest, '/');
    int colon = outside(rest, ':');
    boolean tagged = colon > slash;
    String path = tagged ? rest.substring(0, colon) : rest;
    String tag = tagged ? rest.substring(colon + 1) : "";
    String unknown = unknown(tag, tagged, digest);
    return new Image(
        reference,
        path.substring(slash + 1),
        unknown.isEmpty() ? Optional.of(tag) : Optional.empty(),
        unknown);
  }

  private static String unknown(String tag, boolean tagged, boolean digest) {
    if (!tagged) {
      return digest
          ? "the image is named by its digest, which is no version"
          : "the image has no tag, so it is whatever is newest";
    }
    if (tag.contains("$")) {
      return "its tag %s is a variable".formatted(tag);
    }
    return DIGIT.matcher(tag).find()
        ? ""
        : "its tag '%s' moves from release to release".formatted(tag);
  }

  /** The last one that stands in no variable, such as the colon of {@code ${TAG:-1}}; or -1. */
  private static int outside(String text, char wanted) {
    int depth = 0;
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      if (c == '}') {
        depth++;
      } else if (c == '{') {
        depth--;
      } else if (c == wanted && depth == 0) {
        return i;
      }
    }
    return -1;
  }

  /** The fields of a system that runs it. */
  Map<String, Object> fields() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", "software");
    if (!product.isEmpty() && !product.contains("$")) {
      fields.put("product", product);
      fields.put("identifiers", List.of(purl()));
    }
    version.ifPresent(v -> fields.put("version", v));
    return fields;
  }

  private String purl() {
    String path = reference.replaceFirst("@.*", "");
    int colon = outside(path, ':');
    path = colon > outside(path, '/') ? path.substring(0, colon) : path;
    String first = path.substring(0, Math.max(0, path.indexOf('/')));
    boolean registry = first.contains(".") || first.contains(":") || first.equals("localhost");
    if (!registry || first.equals("docker.io")) {
      return "pkg:docker/" + path.replaceFirst("^docker\\.io/", "").replaceFirst("^library/", "");
    }
    return "pkg:docker/%s?repository_url=%s".formatted(path.substring(first.length() + 1), first);
  }
}
