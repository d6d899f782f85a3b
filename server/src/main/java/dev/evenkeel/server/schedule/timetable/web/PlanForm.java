package dev.evenkeel.server.schedule.timetable.web;

import dev.evenkeel.server.schedule.timetable.form.Offer;
import dev.evenkeel.server.schedule.timetable.form.PlanSheet;
import dev.evenkeel.server.schedule.timetable.form.TypedLength;
import dev.evenkeel.server.schedule.timetable.terms.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a plan with what is to be said beside each.
 *
 * @param focus the path one goes on typing at; empty when that is nowhere
 * @param told whether a person has asked to have it kept, so that all that is wrong is said at once
 */
record PlanForm(
    PlanSheet sheet,
    List<Wrong> wrong,
    List<Wrong> doubts,
    Map<String, Offer> offers,
    String focus,
    boolean told) {
  private static final List<String> WHOLE =
      List.of(
          "earliest",
          "deadline",
          "auditDays",
          "preparationDays",
          "testingDays",
          "budget",
          "hostingPerDay",
          "leftOut",
          "ways",
          "phases",
          "after",
          "rollout");
  private static final List<String> OF_A_WAY =
      List.of("strategy", "work", "buffer", "wayBack", "sideBySide", "away", "people", "costs");
  private static final List<String> ROWS =
      List.of("phases", "after", "rollout", "away", "people", "costs");

  public String text(String path) {
    return sheet.text(path);
  }

  public String number(String path) {
    return TypedLength.number(sheet.text(path));
  }

  public String unit(String path) {
    return TypedLength.unit(sheet.text(path));
  }

  public List<Integer> ways() {
    return IntStream.range(0, sheet.rows("ways")).boxed().toList();
  }

  /** Rows that are filled, and an empty one. */
  public List<Integer> rows(String path) {
    return IntStream.rangeClosed(0, sheet.rows(path)).boxed().toList();
  }

  public @Nullable Offer offer(String path) {
    return offers.get(path);
  }

  public boolean isWrong(String path) {
    return wrong.stream().anyMatch(one -> one.path().equals(path));
  }

  /** What is wrong there; in rows, with the row. */
  public List<String> says(String path) {
    return said(path, wrong);
  }

  /** What may be wrong there. */
  public List<String> doubts(String path) {
    return said(path, doubts);
  }

  private static List<String> said(String path, List<Wrong> all) {
    return all.stream()
        .filter(one -> covers(path, one.path()))
        .map(one -> one.path().equals(path) ? one.says() : row(path, one))
        .toList();
  }

  /** Rows have one place for all that is to be said of them. */
  private static boolean covers(String place, String path) {
    return path.equals(place)
        || ROWS.contains(place.substring(place.lastIndexOf('.') + 1))
            && path.startsWith(place + "[");
  }

  private static String row(String path, Wrong one) {
    String index = one.path().substring(path.length() + 1, one.path().indexOf(']', path.length()));
    return "Row %d: %s".formatted(Integer.parseInt(index) + 1, one.says());
  }

  /** What belongs to no field. */
  public List<String> elsewhere() {
    return wrong.stream()
        .filter(one -> places().stream().noneMatch(place -> covers(place, one.path())))
        .map(Wrong::says)
        .toList();
  }

  /** Everything beside which something may be said. */
  public List<String> places() {
    List<String> places = new ArrayList<>(WHOLE);
    for (int way : ways()) {
      OF_A_WAY.stream()
          .filter(key -> !key.equals("sideBySide") || runsSideBySide(way))
          .forEach(key -> places.add("ways[%d].%s".formatted(way, key)));
    }
    return places;
  }

  /** Whether it is asked for how many days old and new run side by side. */
  public boolean runsSideBySide(int way) {
    String path = "ways[%d].".formatted(way);
    return List.of("parallel", "hybrid").contains(text(path + "strategy"))
        || !text(path + "sideBySide").isEmpty();
  }

  /** Name of an element of the page. */
  public String id(String path) {
    return "say-" + String.join("-", path.split("\\W+"));
  }

  public boolean hasFocus(String path) {
    return focus.equals(path);
  }
}
