package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.estate.lifecycle.ReleaseLine.Latest;
import dev.evenkeel.estate.lifecycle.ReleaseLine.Lts;
import java.util.Map;
import java.util.Optional;

/** A product as version 1 of endoflife.date's API writes it. */
final class NewShape {
  private NewShape() {}

  static ReleaseLine line(Facts facts) {
    return new ReleaseLine(
        facts.text("name"),
        facts.optional("label").orElseGet(() -> facts.text("name")),
        facts.optional("codename"),
        facts.date("releaseDate"),
        new Lts(facts.flag("isLts").orElse(false), facts.date("ltsFrom")),
        end(facts, "isEoas", "eoasFrom"),
        end(facts, "isEol", "eolFrom"),
        extended(facts),
        end(facts, "isDiscontinued", "discontinuedFrom"),
        facts
            .object("latest")
            .filter(latest -> latest.has("name"))
            .map(latest ->
                new Latest(latest.text("name"), latest.date("date"), latest.optional("link"))),
        facts.object("custom").map(custom -> custom.others(_ -> true)).orElse(Map.of()));
  }

  private static SupportEnd end(Facts facts, String flag, String date) {
    return facts
        .date(date)
        .<SupportEnd>map(SupportEnd.On::new)
        .or(() -> facts.flag(flag).map(SupportEnd.Flag::new))
        .orElseGet(SupportEnd.Unsaid::new);
  }

  /**
   * Where a product does not show its extended support, a line past its end of life is still called
   * maintained: then there is some, nobody says until when.
   */
  private static SupportEnd extended(Facts facts) {
    var said = end(facts, "isEoes", "eoesFrom");
    var hidden =
        said instanceof SupportEnd.Unsaid
            && facts.flag("isEol").orElse(false)
            && facts.flag("isMaintained").orElse(false);
    return hidden ? new SupportEnd.Flag(false) : said;
  }

  static Optional<String> link(Facts product) {
    return product.object("links").flatMap(links -> links.optional("html"));
  }
}
