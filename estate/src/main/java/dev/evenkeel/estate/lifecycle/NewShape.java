package dev.evenkeel.estate.lifecycle;

import dev.evenkeel.estate.lifecycle.ReleaseLine.Latest;
import dev.evenkeel.estate.lifecycle.ReleaseLine.Lts;
import java.util.Map;
import java.util.Optional;

/** A product as version 1 of endoflife.date's API writes it. */
final class NewShape {
  private NewShape() {}

  static ReleaseLine line(FeedObject object) {
    return new ReleaseLine(
        object.text("name"),
        object.optional("label").orElseGet(() -> object.text("name")),
        object.optional("codename"),
        object.date("releaseDate"),
        new Lts(object.flag("isLts").orElse(false), object.date("ltsFrom")),
        end(object, "isEoas", "eoasFrom"),
        end(object, "isEol", "eolFrom"),
        extended(object),
        end(object, "isDiscontinued", "discontinuedFrom"),
        object
            .object("latest")
            .filter(latest -> latest.has("name"))
            .map(latest ->
                new Latest(latest.text("name"), latest.date("date"), latest.optional("link"))),
        object.object("custom").map(custom -> custom.others(_ -> true)).orElse(Map.of()));
  }

  private static SupportEnd end(FeedObject object, String flag, String date) {
    return object
        .date(date)
        .<SupportEnd>map(SupportEnd.On::new)
        .or(() -> object.flag(flag).map(SupportEnd.Flag::new))
        .orElseGet(SupportEnd.Unsaid::new);
  }

  /**
   * Where a product does not show its extended support, a line past its end of life is still called
   * maintained: then there is some, nobody says until when.
   */
  private static SupportEnd extended(FeedObject object) {
    var said = end(object, "isEoes", "eoesFrom");
    var hidden =
        said instanceof SupportEnd.Unsaid
            && object.flag("isEol").orElse(false)
            && object.flag("isMaintained").orElse(false);
    return hidden ? new SupportEnd.Flag(false) : said;
  }

  static Optional<String> link(FeedObject product) {
    return product.object("links").flatMap(links -> links.optional("html"));
  }
}
