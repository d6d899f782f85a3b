package dev.evenkeel.server.comms.outside;

import dev.evenkeel.server.execution.RunAside;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Shows what places were told of a run, and says on every page when they cannot be told. */
@Component
class OutsideOfRun implements RunAside, Trouble {
  private final SignStore signs;
  private volatile long inVain;

  OutsideOfRun(SignStore signs) {
    this.signs = signs;
  }

  @Override
  public List<Line> of(RunId run) {
    return signs.of(run.value()).stream()
        .map(sign ->
            new Line(
                "%s in %s '%s'"
                    .formatted(sign.kind().sign(), sign.kind().title(), sign.placeName()),
                sign.state().word(),
                sign.tries() > 0 && !sign.says().isEmpty() ? "bad" : sign.state().tone(),
                sign.says(),
                sign.until()))
        .toList();
  }

  @Scheduled(fixedDelayString = "PT15S")
  void look() {
    try {
      inVain = signs.inVain();
    } catch (DataAccessException | TransactionException away) {
      // told elsewhere
    }
  }

  @Override
  public Optional<String> trouble() {
    return inVain == 0
        ? Optional.empty()
        : Optional.of(
            "Alertmanager or Grafana cannot be told of a run. The page of the run says why; see"
                + " Settings, Channels.");
  }

  /** Who watches runs, and who keeps the channels. */
  @Override
  public Set<Right> concerns() {
    return Set.of(Right.RUN, Right.COMMUNICATE, Right.ADMINISTER);
  }

  @Override
  public Optional<String> path() {
    return Optional.of("/settings/channels");
  }
}
