package dev.evenkeel.server.execution.engine;

import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Recovery;
import dev.evenkeel.server.secrets.Masking;
import dev.evenkeel.server.shared.StoredText;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * An action with its words, ready to be carried out. Whatever it answers passes here, and leaves
 * without the secrets its words hold and fit to be kept: outcomes become verdicts on steps, lines
 * of the log, outputs for later steps. Of exceptions only those of {@code start} pass: they end the
 * attempt.
 *
 * @param masking hides the secrets
 */
record ReadyCall<A extends Record>(Action<A> action, A words, Masking masking) {
  private static final Duration ASK_AGAIN = Duration.ofSeconds(1);

  /** The same, hiding the secrets of another call too: each may repeat what the other was given. */
  ReadyCall<A> hiding(Masking more) {
    return new ReadyCall<>(action, words, masking.and(more));
  }

  void prepare(Attempt attempt) {
    action.prepare(words, attempt);
  }

  Outcome start(Attempt attempt) {
    return hidden(action.start(words, attempt));
  }

  /** What cannot be asked this time is asked again, as long as there is time: it goes on. */
  Outcome poll(Attempt attempt) {
    try {
      return hidden(action.poll(words, attempt));
    } catch (DataAccessException | TransactionException database) {
      throw database;
    } catch (RuntimeException broken) {
      return new Outcome.NotYet(
          ASK_AGAIN, "asking how far it is broke: " + said(broken), attempt.memo());
    }
  }

  Recovery recover(Attempt attempt) {
    Recovery recovery;
    try {
      recovery = action.recover(words, attempt);
    } catch (DataAccessException | TransactionException database) {
      throw database;
    } catch (RuntimeException broken) {
      return new Recovery.Unknown("asking what became of it broke: " + said(broken));
    }
    return switch (recovery) {
      case Recovery.Known(var outcome) -> new Recovery.Known(hidden(outcome));
      case Recovery.StartAgain again -> again;
      case Recovery.Unknown(var why, var over) -> new Recovery.Unknown(shown(why), over);
    };
  }

  Optional<String> stop(Attempt attempt) {
    try {
      return action.stop(words, attempt).map(this::shown);
    } catch (DataAccessException | TransactionException database) {
      throw database;
    } catch (RuntimeException broken) {
      return Optional.of("stopping it broke: " + said(broken));
    }
  }

  Observation look(Attempt attempt) {
    Observation seen;
    try {
      seen = action.observe(words, attempt);
    } catch (DataAccessException | TransactionException database) {
      throw database;
    } catch (RuntimeException broken) {
      return new Observation.Unknown("looking broke: " + said(broken));
    }
    return switch (seen) {
      case Observation.Holds(var outputs) -> new Observation.Holds(hidden(outputs));
      case Observation.HoldsNot(var why) -> new Observation.HoldsNot(shown(why));
      case Observation.Unknown(var why) -> new Observation.Unknown(shown(why));
    };
  }

  /** What an exception says, as it may be shown, kept and logged. */
  String said(RuntimeException broken) {
    String says = broken.getMessage();
    return says == null ? broken.getClass().getSimpleName() : shown(says);
  }

  private String shown(String text) {
    return StoredText.of(masking.mask(text));
  }

  /** The memo is the action's own and shown to nobody. */
  private Outcome hidden(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done(var outputs) -> new Outcome.Done(hidden(outputs));
      case Outcome.NotYet(var after, var waitingFor, var memo) ->
          new Outcome.NotYet(after, shown(waitingFor), StoredText.of(memo));
      case Outcome.Failed(var reason) -> new Outcome.Failed(shown(reason));
      case Outcome.Unknown(var why, var over) -> new Outcome.Unknown(shown(why), over);
    };
  }

  private Map<String, String> hidden(Map<String, String> outputs) {
    return outputs.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, output -> shown(output.getValue())));
  }
}
