package dev.evenkeel.server.schedule.timetable.form;

import dev.evenkeel.runbook.grammar.DidYouMean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one upgrade is chosen among many: by its title with its number behind it, by its number, or
 * by a title that only one has.
 *
 * @param titles by number
 */
public record UpgradeChoice(Map<Long, String> titles) {
  private static final Pattern NUMBERED = Pattern.compile("(?:.*#)?(\\d{1,18})");

  public UpgradeChoice {
    titles = Map.copyOf(titles);
  }

  /** What to choose from, in the order of their titles. */
  public List<String> all() {
    return titles.keySet().stream().map(this::shown).sorted().toList();
  }

  /** Such as {@code The shop to 11 #17}. */
  private String shown(long number) {
    String title = titles.get(number);
    return title == null ? Long.toString(number) : "%s #%d".formatted(title, number);
  }

  /** Those that come first as they are shown; what is no number stays as it was typed. */
  public PlanSheet shown(PlanSheet sheet) {
    return changed(sheet, text -> text.matches("\\d{1,18}") ? shown(Long.parseLong(text)) : text);
  }

  /** The same as numbers; what nobody can tell stays as it was typed. */
  public PlanSheet numbers(PlanSheet sheet) {
    return changed(sheet, text -> number(text).map(Object::toString).orElse(text));
  }

  private static PlanSheet changed(PlanSheet sheet, java.util.function.UnaryOperator<String> as) {
    Map<String, String> others = new HashMap<>();
    for (int row = 0; row < sheet.rows("after"); row++) {
      String path = PlanSheet.row("after", row) + ".upgrade";
      if (!sheet.text(path).isEmpty()) {
        others.put(path, as.apply(sheet.text(path)));
      }
    }
    return sheet.with(others);
  }

  private Optional<Long> number(String text) {
    Matcher numbered = NUMBERED.matcher(text);
    if (numbered.matches()) {
      return Optional.of(Long.valueOf(numbered.group(1)));
    }
    List<Long> same =
        titles.entrySet().stream()
            .filter(one -> one.getValue().equalsIgnoreCase(text))
            .map(Map.Entry::getKey)
            .toList();
    return same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }

  /** Why what was typed is none of them. */
  public String unknown(String text) {
    Map<String, Long> byTitle = new TreeMap<>();
    titles.forEach((number, title) -> byTitle.put(title, number));
    return DidYouMean.of(text, byTitle.keySet())
        .map(near ->
            "There is no upgrade '%s'. Did you mean '%s #%d'?"
                .formatted(text, near, byTitle.get(near)))
        .orElseGet(() ->
            "There is no upgrade '%s'. Choose one from the list, or write its number."
                .formatted(text));
  }
}
