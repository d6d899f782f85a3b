package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.estate.lifecycle.ReleaseLine.Latest;
import dev.evenkeel.estate.lifecycle.ReleaseLine.Lts;
import java.util.Optional;
import java.util.Set;

/**
 * A release line as version 0 of endoflife.date's API writes it. One field holds a date or a flag,
 * and the flags of support are turned round: true means that it is still there.
 */
final class OldShape {
  private static final Set<String> KNOWN =
      Set.of(
          "cycle",
          "releaseLabel",
          "codename",
          "releaseDate",
          "lts",
          "support",
          "eol",
          "extendedSupport",
          "discontinued",
          "latest",
          "latestReleaseDate",
          "link");

  private OldShape() {}

  static ReleaseLine line(FeedObject object) {
    var name = object.text("cycle");
    return new ReleaseLine(
        name,
        object.optional("releaseLabel").orElse(name),
        object.optional("codename"),
        object.date("releaseDate"),
        object.isFlag("lts")
            ? new Lts(object.flag("lts").orElse(false), Optional.empty())
            : new Lts(false, object.date("lts")),
        end(object, "support", false),
        end(object, "eol", true),
        end(object, "extendedSupport", false),
        end(object, "discontinued", true),
        object
            .optional("latest")
            .map(version ->
                new Latest(version, object.date("latestReleaseDate"), object.optional("link"))),
        object.others(key -> !KNOWN.contains(key)));
  }

  private static SupportEnd end(FeedObject object, String key, boolean whatOverIsCalled) {
    if (!object.has(key)) {
      return new SupportEnd.Unsaid();
    }
    return object.isFlag(key)
        ? new SupportEnd.Flag(object.flag(key).orElse(false) == whatOverIsCalled)
        : object.date(key).<SupportEnd>map(SupportEnd.On::new).orElseGet(SupportEnd.Unsaid::new);
  }
}
