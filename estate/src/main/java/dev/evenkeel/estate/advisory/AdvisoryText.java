package dev.evenkeel.estate.advisory;

import dev.evenkeel.estate.text.Json;
import dev.evenkeel.estate.version.VersionRange;
import dev.evenkeel.estate.version.VersionScheme;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Advisories as text, to be kept: the same advisory is the same text. */
public final class AdvisoryText {
  private AdvisoryText() {}

  public static String of(Advisory advisory) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", advisory.id());
    all.put("aliases", advisory.aliases());
    all.put("summary", advisory.summary());
    advisory
        .severity()
        .ifPresent(severity -> {
          all.put("level", severity.level().name());
          severity.score().ifPresent(score -> all.put("score", score));
        });
    put(all, "published", advisory.published());
    put(all, "modified", advisory.modified());
    put(all, "withdrawn", advisory.withdrawn());
    all.put("affected", advisory.affected().stream().map(AdvisoryText::affected).toList());
    all.put("statements", advisory.statements().stream().map(AdvisoryText::statement).toList());
    all.put("source", advisory.source());
    put(all, "url", advisory.url());
    return Json.write(all);
  }

  private static void put(Map<String, Object> all, String key, Optional<?> value) {
    value.ifPresent(thing -> all.put(key, thing.toString()));
  }

  private static Map<String, Object> affected(Affected affected) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("keys", affected.keys());
    all.put("label", affected.label());
    put(all, "release", affected.release());
    all.put("scheme", affected.scheme().name());
    all.put("versions", affected.versions().stream().map(AdvisoryText::versions).toList());
    all.put("fixed", affected.fixed());
    return all;
  }

  private static Map<String, Object> statement(Statement statement) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("status", statement.status().name());
    all.put("keys", statement.keys());
    all.put("label", statement.label());
    all.put("scheme", statement.scheme().name());
    all.put("versions", versions(statement.versions()));
    put(all, "because", statement.because());
    all.put("by", statement.by());
    put(all, "at", statement.at());
    return all;
  }

  private static Map<String, Object> versions(Versions versions) {
    return switch (versions) {
      case Versions.Events(var events) ->
          Map.of(
              "events",
              events.stream()
                  .map(event -> List.of(event.change().name(), event.version()))
                  .toList());
      case Versions.Vers(var text) -> Map.of("vers", text);
      case Versions.Only(var only) -> Map.of("only", only);
      case Versions.Any _ -> Map.of("any", true);
      case Versions.Unclear(var why) -> Map.of("unclear", why);
    };
  }

  /** What {@link #of} wrote. */
  public static Advisory read(String text) {
    Part all = Part.whole(Json.read(text));
    return new Advisory(
        all.need("id"),
        all.texts("aliases"),
        all.text("summary").orElse(""),
        all.text("level")
            .map(level -> new Severity(Severity.Level.valueOf(level), all.number("score"))),
        all.text("published").map(Instant::parse),
        all.text("modified").map(Instant::parse),
        all.text("withdrawn").map(Instant::parse),
        all.items("affected").map(AdvisoryText::affected).toList(),
        all.items("statements").map(AdvisoryText::statement).toList(),
        all.text("source").orElse(""),
        all.text("url"));
  }

  private static Affected affected(Part part) {
    return new Affected(
        part.texts("keys"),
        part.text("label").orElse(""),
        part.text("release"),
        VersionScheme.valueOf(part.need("scheme")),
        part.items("versions").map(AdvisoryText::versions).toList(),
        part.texts("fixed"));
  }

  private static Statement statement(Part part) {
    return new Statement(
        Statement.Status.valueOf(part.need("status")),
        part.texts("keys"),
        part.text("label").orElse(""),
        VersionScheme.valueOf(part.need("scheme")),
        versions(part.get("versions")),
        part.text("because"),
        part.text("by").orElse(""),
        part.text("at").map(Instant::parse));
  }

  private static Versions versions(Part part) {
    return switch (part.keys().iterator().next()) {
      case "events" -> new Versions.Events(part.items("events").map(AdvisoryText::event).toList());
      case "vers" -> new Versions.Vers(part.need("vers"));
      case "only" -> new Versions.Only(part.texts("only"));
      case "any" -> new Versions.Any();
      default -> new Versions.Unclear(part.text("unclear").orElse("nothing more is known"));
    };
  }

  private static VersionRange.Event event(Part pair) {
    List<String> both = pair.items().map(part -> part.text().orElse("")).toList();
    return new VersionRange.Event(VersionRange.Change.valueOf(both.getFirst()), both.getLast());
  }
}
