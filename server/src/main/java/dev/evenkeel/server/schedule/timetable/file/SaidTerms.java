package dev.evenkeel.server.schedule.timetable.file;

import dev.evenkeel.estate.Estate;
import dev.evenkeel.server.plan.Terms;
import dev.evenkeel.server.plan.TermsForm;
import dev.evenkeel.server.shared.Typed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The terms of an upgrade and what a file says of them. */
final class SaidTerms {
  private SaidTerms() {}

  /**
   * As if it were typed into the form of an upgrade. What the document leaves out stays as it is,
   * but for what follows from something else: the class from the versions, the usual title from the
   * version to go to.
   */
  static Typed typed(UpgradeDocument said, Optional<Terms> before, Estate estate) {
    Map<String, Object> fields = new LinkedHashMap<>();
    before.ifPresent(terms -> {
      fields.putAll(fields(terms));
      if (!terms.to().equals(said.to())
          || said.from().filter(from -> !from.equals(terms.from())).isPresent()) {
        fields.remove("upgradeClass");
      }
      if (terms.title().equals(TermsForm.usualTitle(terms.systems(), terms.to(), estate))) {
        fields.remove("title");
      }
    });
    fields.put("systems", said.systems());
    fields.put("to", said.to());
    fields.put("owner", said.owner());
    said.title().ifPresent(title -> fields.put("title", title));
    said.from().ifPresent(from -> fields.put("from", from));
    said.upgradeClass().ifPresent(one -> fields.put("upgradeClass", one.name()));
    said.why().ifPresent(why -> fields.put("why", why));
    said.goLive().ifPresent(day -> fields.put("goLive", day.toString()));
    said.downtimeMinutes().ifPresent(minutes -> fields.put("downtimeMinutes", minutes));
    said.wayBack().ifPresent(way -> fields.put("wayBack", way));
    return Typed.filledWith(fields);
  }

  /** As a document would say them. */
  static Map<String, Object> fields(Terms terms) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", terms.title());
    fields.put("systems", List.copyOf(terms.systems()));
    fields.put("from", terms.from());
    fields.put("to", terms.to());
    fields.put(
        "upgradeClass", terms.upgradeClass().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    fields.put("owner", terms.owner());
    if (!terms.why().isEmpty()) {
      fields.put("why", terms.why());
    }
    terms.goLive().ifPresent(day -> fields.put("goLive", day.toString()));
    terms.downtimeMinutes().ifPresent(minutes -> fields.put("downtimeMinutes", minutes));
    terms.wayBack().ifPresent(way -> fields.put("wayBack", way));
    return fields;
  }
}
