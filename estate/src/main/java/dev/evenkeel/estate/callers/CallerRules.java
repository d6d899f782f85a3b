package dev.evenkeel.estate.callers;

import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateSystem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the system behind marks.
 *
 * <ol>
 *   <li>What a person said counts first; of networks the narrowest.
 *   <li>Then a system that is called so, or says so in its labels {@code address}, {@code host},
 *       {@code service} or {@code backend}.
 * </ol>
 */
public final class CallerRules {
  private static final List<Mark.Kind> LABELS =
      List.of(Mark.Kind.ADDRESS, Mark.Kind.HOST, Mark.Kind.SERVICE, Mark.Kind.BACKEND);

  /**
   * What is behind marks.
   *
   * @param known whether anybody said what it is
   * @param system empty when it is known and no system, or not known
   */
  public record Behind(boolean known, Optional<String> system) {
    static final Behind NOTHING_KNOWN = new Behind(false, Optional.empty());
  }

  private final List<CallerRule> rules;
  private final Map<Mark, String> named = new HashMap<>();

  private CallerRules(List<CallerRule> rules, Estate estate) {
    List<CallerRule> sorted = new ArrayList<>(rules);
    sorted.sort(Comparator.comparingInt(CallerRule::width));
    this.rules = sorted;
    for (Document document : estate.all(EntryKind.SYSTEM).values()) {
      if (document.entry() instanceof EstateSystem system) {
        add(system);
      }
    }
  }

  public static CallerRules of(List<CallerRule> rules, Estate estate) {
    return new CallerRules(rules, estate);
  }

  private void add(EstateSystem system) {
    String name = system.name();
    for (Mark.Kind kind :
        List.of(Mark.Kind.SYSTEM, Mark.Kind.SERVICE, Mark.Kind.BACKEND, Mark.Kind.HOST)) {
      named.putIfAbsent(lower(kind, name), name);
    }
    for (Mark.Kind kind : LABELS) {
      Optional.ofNullable(system.labels().get(kind.word()))
          .ifPresent(value -> {
            for (String one : value.split("[,\\s]+")) {
              named.put(lower(kind, one), name);
            }
          });
    }
  }

  private static Mark lower(Mark.Kind kind, String value) {
    return new Mark(kind, value.toLowerCase(Locale.ROOT));
  }

  /** The surest mark that says something decides. */
  public Behind behind(List<Mark> marks) {
    for (CallerRule rule : rules) {
      if (marks.stream().anyMatch(rule::fits)) {
        return new Behind(true, rule.system());
      }
    }
    for (Mark mark : marks) {
      String system = named.get(lower(mark.kind(), mark.value()));
      if (system != null) {
        return new Behind(true, Optional.of(system));
      }
    }
    return Behind.NOTHING_KNOWN;
  }
}
