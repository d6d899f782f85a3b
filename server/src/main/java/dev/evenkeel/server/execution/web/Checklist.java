package dev.evenkeel.server.execution.web;

import dev.evenkeel.runbook.Finding;
import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Runbook;
import dev.evenkeel.server.execution.RunAside;
import dev.evenkeel.server.execution.engine.Examined;
import dev.evenkeel.server.execution.machine.Spoken;
import java.util.ArrayList;
import java.util.List;

/**
 * The first form of the go-live checklist: what can be computed from the runbook itself. Ten
 * questions, and what is missing elsewhere; any 'no' that blocks is refused by the server too, any
 * other is for a person to decide.
 */
final class Checklist {

  /** How a question is answered. */
  public enum Answer {
    MET,
    BLOCKS,
    OPEN,
    UNKNOWN
  }

  /**
   * @param says the facts behind the answer
   */
  public record Item(String question, Answer answer, String says) {}

  private final List<Item> items = new ArrayList<>();
  private final Examined examined;

  private Checklist(Examined examined) {
    this.examined = examined;
  }

  /**
   * @param aside what is missing elsewhere, such as the advance notice of its upgrade
   */
  static List<Item> of(Examined examined, List<RunAside.Line> aside) {
    Checklist list = new Checklist(examined);
    list.readable();
    examined.reading().runbook().ifPresentOrElse(list::runbook, list::unknown);
    aside.forEach(one ->
        list.add("Elsewhere: %s %s".formatted(one.what(), one.state()), Answer.OPEN, one.says()));
    return List.copyOf(list.items);
  }

  private void readable() {
    int errors = examined.reading().errors().size();
    int warnings = examined.reading().findings().size() - errors;
    add(
        "Can the runbook be read without errors?",
        errors == 0 ? Answer.MET : Answer.BLOCKS,
        errors == 0
            ? warnings == 0 ? "no finding" : counted(warnings, "warning")
            : counted(errors, "error"));
  }

  private void runbook(Runbook runbook) {
    given(
        "Are all inputs given, and do they fit?",
        examined.wrongInputs(),
        counted(runbook.inputs().size(), "input"));
    given(
        "Are the secrets there that it uses?",
        examined.missingSecrets(),
        examined.secrets().isEmpty() ? "it uses none" : String.join(", ", examined.secrets()));
    if (examined.plan().isPresent() && examined.missingSecrets().isEmpty()) {
      given("Do all steps fit every target?", examined.wrongCalls(), "every argument was resolved");
    } else {
      add("Do all steps fit every target?", Answer.UNKNOWN, "needs inputs and secrets first");
    }
    advised("Has every step that changes something a way back?", Rule.NO_WAY_BACK, "every one");
    add(
        "Was the way back rehearsed, for exactly this text?",
        examined.rehearsed() ? Answer.MET : Answer.OPEN,
        examined
            .tooLong()
            .or(() ->
                examined
                    .rehearsedWayBack()
                    .map(took ->
                        "yes, whatever its inputs were then; it took %s"
                            .formatted(Spoken.of(took))))
            .orElse("not yet: rehearse it, or waive it with a reason to go into production"));
    advised(
        "Can every change be confirmed, even after a crash?",
        Rule.NO_OBSERVE,
        "every one has observe, or may be repeated");
    int before = runbook.checksBefore().size();
    add(
        "Is all checked to be well before the first change?",
        before > 0 ? Answer.MET : Answer.OPEN,
        before > 0 ? counted(before, "check") : "there are no checks before");
    watch(runbook);
    limits(runbook);
  }

  private void watch(Runbook runbook) {
    long turning =
        runbook.watch().rules().stream().filter(r -> r.breach().isPresent()).count()
            + runbook.watch().compared().size();
    add(
        "Is a watch armed that takes it back by itself?",
        turning > 0 ? Answer.MET : Answer.OPEN,
        turning > 0
            ? "%s, judged from the first change on".formatted(counted((int) turning, "rule"))
            : "no rule has a breach: only a failing step would turn the run back");
  }

  private void limits(Runbook runbook) {
    boolean both =
        runbook.limits().duration().isPresent() && runbook.limits().wayBack().isPresent();
    add(
        "Are limits set, for the run and for the way back?",
        both ? Answer.MET : Answer.OPEN,
        both
            ? "past the last safe moment it goes back by itself"
            : "limits.duration and limits.wayBack together make the last safe moment");
  }

  private void unknown() {
    for (String question :
        List.of(
            "Are all inputs given, and do they fit?",
            "Are the secrets there that it uses?",
            "Do all steps fit every target?",
            "Has every step that changes something a way back?",
            "Was the way back rehearsed, for exactly this text?",
            "Can every change be confirmed, even after a crash?",
            "Is all checked to be well before the first change?",
            "Is a watch armed that takes it back by itself?",
            "Are limits set, for the run and for the way back?")) {
      add(question, Answer.UNKNOWN, "");
    }
  }

  private void given(String question, List<String> wrong, String otherwise) {
    add(
        question,
        wrong.isEmpty() ? Answer.MET : Answer.BLOCKS,
        wrong.isEmpty()
            ? otherwise
            : String.join("; ", wrong.stream().limit(5).toList())
                + (wrong.size() > 5 ? "; and %d more".formatted(wrong.size() - 5) : ""));
  }

  /** What the linter only advises. */
  private void advised(String question, Rule rule, String otherwise) {
    List<Finding> against =
        examined.reading().findings().stream().filter(f -> f.rule().equals(rule.id())).toList();
    add(
        question,
        against.isEmpty() ? Answer.MET : Answer.OPEN,
        against.isEmpty()
            ? otherwise
            : String.join(" ", against.stream().limit(3).map(Finding::message).toList()));
  }

  private void add(String question, Answer answer, String says) {
    items.add(new Item(question, answer, says));
  }

  private static String counted(int number, String what) {
    return number == 1 ? "1 " + what : "%d %ss".formatted(number, what);
  }
}
