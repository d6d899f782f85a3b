package dev.evenkeel.server.risk.reckon;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is missing or late of an audit. The gate is open only when it is done, with evidence, and in
 * time: nothing else opens it.
 *
 * @param missing each in words, with the way out
 */
public record AuditState(boolean gateOpen, List<String> missing) {
  public AuditState {
    missing = List.copyOf(missing);
  }

  public static AuditState of(
      AuditSheet audit, AuditRule.Length length, Optional<LocalDate> goLive, LocalDate today) {
    List<String> missing = new ArrayList<>();
    boolean done = audit.doneOn().isPresent() && audit.evidence().isPresent();
    if (goLive.isEmpty()) {
      missing.add(
          "No day of go-live is set, so nobody can tell whether the audit is in time. Set it.");
    }
    if (done) {
      goLive.ifPresent(day ->
          lateEnd(
              audit.doneOn().orElseThrow(),
              day,
              "was over on " + audit.doneOn().orElseThrow() + ",",
              missing));
    } else {
      planned(audit, length, goLive, today, missing);
    }
    return new AuditState(done && missing.isEmpty(), missing);
  }

  private static void planned(
      AuditSheet audit,
      AuditRule.Length length,
      Optional<LocalDate> goLive,
      LocalDate today,
      List<String> missing) {
    if (audit.owner().isEmpty()) {
      missing.add("Nobody answers for the audit. Name its owner.");
    }
    if (audit.first().isEmpty() || audit.last().isEmpty()) {
      missing.add("The audit is not planned. Set its first and its last day.");
      goLive.ifPresent(day -> {
        if (AuditRule.lastEnd(day).isBefore(today)) {
          lateEnd(today, day, "can be over today at the earliest,", missing);
        }
      });
      return;
    }
    LocalDate first = audit.first().orElseThrow();
    LocalDate last = audit.last().orElseThrow();
    goLive.ifPresent(day -> lateEnd(last, day, "ends on " + last + ",", missing));
    long days = AuditRule.workingDays(first, last);
    if (days < length.days()) {
      missing.add(
          "%d working %s planned; %d are needed. Begin earlier, or end later."
              .formatted(days, days == 1 ? "day is" : "days are", length.days()));
    }
    missing.add(
        last.isBefore(today)
            ? "The audit should have been over on %s and is not. Do it, and write down what it found."
                .formatted(last)
            : "The audit is planned until %s and not done yet. When it is, write down what it found."
                .formatted(last));
  }

  private static void lateEnd(LocalDate end, LocalDate goLive, String how, List<String> missing) {
    LocalDate latest = AuditRule.lastEnd(goLive);
    if (end.isAfter(latest)) {
      missing.add(
          "The audit %s later than %s, %d days before go-live. Go live on %s or later."
              .formatted(how, latest, AuditRule.DAYS_BEFORE, end.plusDays(AuditRule.DAYS_BEFORE)));
    }
  }
}
