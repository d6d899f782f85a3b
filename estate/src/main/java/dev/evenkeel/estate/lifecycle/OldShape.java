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

  static ReleaseLine line(Facts facts) {
    var name = facts.text("cycle");
    return new ReleaseLine(
        name,
        facts.optional("releaseLabel").orElse(name),
        facts.optional("codename"),
        facts.date("releaseDate"),
        facts.isFlag("lts")
            ? new Lts(facts.flag("lts").orElse(false), Optional.empty())
            : new Lts(false, facts.date("lts")),
        end(facts, "support", false),
        end(facts, "eol", true),
        end(facts, "extendedSupport", false),
        end(facts, "discontinued", true),
        facts
            .optional("latest")
            .map(version ->
                new Latest(version, facts.date("latestReleaseDate"), facts.optional("link"))),
        facts.others(key -> !KNOWN.contains(key)));
  }

  private static SupportEnd end(Facts facts, String key, boolean whatOverIsCalled) {
    if (!facts.has(key)) {
      return new SupportEnd.Unsaid();
    }
    return facts.isFlag(key)
        ? new SupportEnd.Flag(facts.flag(key).orElse(false) == whatOverIsCalled)
        : facts.date(key).<SupportEnd>map(SupportEnd.On::new).orElseGet(SupportEnd.Unsaid::new);
  }
}
