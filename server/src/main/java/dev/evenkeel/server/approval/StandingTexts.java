package dev.evenkeel.server.approval;

import dev.evenkeel.server.approval.binding.Content;
import dev.evenkeel.server.approval.binding.Field;
import dev.evenkeel.server.approval.binding.LineChanges;
import dev.evenkeel.server.plan.Upgrade;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Holds the texts that standing approvals bind against those that there are now. */
@Component
class StandingTexts {
  private static final int SHOWN = 16;

  private final Processes processes;
  private final ObjectProvider<RunbookTexts> runbooks;

  StandingTexts(Processes processes, ObjectProvider<RunbookTexts> runbooks) {
    this.processes = processes;
    this.runbooks = runbooks;
  }

  /** Against the newest template and the newest text of the runbook. */
  StandingLook look(StandingApproval one, Instant now) {
    Optional<RunbookTexts.Kept> bound = text(one.runbook());
    if (!one.holds(now)) {
      return new StandingLook(one, false, bound.map(RunbookTexts.Kept::name), List.of());
    }
    List<StandingLook.Changed> changed = new ArrayList<>();
    one.process()
        .flatMap(was -> changed(was, processes.newest(was.template())))
        .ifPresent(changed::add);
    bound
        .flatMap(was -> newest(was.name()).flatMap(is -> changed(was, is)))
        .ifPresent(changed::add);
    return new StandingLook(one, true, bound.map(RunbookTexts.Kept::name), changed);
  }

  /** Against what an upgrade follows, and its runbook. */
  StandingLook look(
      StandingApproval one,
      Upgrade upgrade,
      Content content,
      Collection<ProcessEdition> follows,
      Instant now) {
    Optional<RunbookTexts.Kept> bound = text(one.runbook());
    List<StandingLook.Changed> changed = new ArrayList<>();
    one.process()
        .flatMap(was ->
            follows.stream()
                .filter(is -> is.template().equals(was.template()))
                .findFirst()
                .flatMap(is -> changed(was, is)))
        .ifPresent(changed::add);
    bound
        .flatMap(was ->
            content
                .get(Field.RUNBOOK_DIGEST)
                .flatMap(this::text)
                .filter(is -> is.name().equals(was.name()))
                .flatMap(is -> changed(was, is)))
        .ifPresent(changed::add);
    return new StandingLook(one, one.holds(now), bound.map(RunbookTexts.Kept::name), changed);
  }

  private Optional<StandingLook.Changed> changed(ProcessEdition was, ProcessEdition is) {
    return was.equals(is)
        ? Optional.empty()
        : Optional.of(
            new StandingLook.Changed(
                "Template %s is %s, approved was %s."
                    .formatted(was.template(), is.words(), was.words()),
                LineChanges.between(processes.text(was), processes.text(is))));
  }

  private static Optional<StandingLook.Changed> changed(
      RunbookTexts.Kept was, RunbookTexts.Kept is) {
    return was.digest().equals(is.digest())
        ? Optional.empty()
        : Optional.of(
            new StandingLook.Changed(
                "Runbook %s has another text: its SHA-256 is %s…, approved was %s…"
                    .formatted(was.name(), shortened(is.digest()), shortened(was.digest())),
                LineChanges.between(was.text(), is.text())));
  }

  private static String shortened(String digest) {
    return digest.substring(0, SHOWN);
  }

  private Optional<RunbookTexts.Kept> text(String digest) {
    return runbooks.stream().flatMap(one -> one.of(digest).stream()).findFirst();
  }

  private Optional<RunbookTexts.Kept> newest(String name) {
    return runbooks.stream().flatMap(one -> one.newest(name).stream()).findFirst();
  }
}
