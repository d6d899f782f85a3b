package dev.evenkeel.server.execution.action.http;

import dev.evenkeel.runbook.words.Http;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Errands;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Recovery;
import dev.evenkeel.server.execution.action.TextOutputs;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Sends a request and looks at the answer. The id of the attempt goes along as {@code
 * Idempotency-Key}, so that a receiver who knows that header does nothing twice.
 */
@Component
class HttpAction implements Action<Http> {
  /** Methods that may be sent again with the same effect, by RFC 9110, section 9.2.2. */
  private static final Set<String> IDEMPOTENT =
      Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE");

  /** Answers of a doorkeeper, which tell nothing about what is behind the door. */
  private static final Set<Integer> DOORKEEPER = Set.of(401, 403, 407, 408, 429);

  private final Errands errands;

  HttpAction(Errands errands) {
    this.errands = errands;
  }

  @Override
  public Class<Http> words() {
    return Http.class;
  }

  @Override
  public Outcome start(Http words, Attempt attempt) {
    HttpRequest request;
    try {
      request = Request.of(words, Map.of("Idempotency-Key", attempt.id()));
    } catch (IllegalArgumentException unfit) {
      return new Outcome.Failed(Request.whatIsWrong(words, unfit));
    }
    var within = shorter(words.within(), attempt.remaining());
    return errands.begin(
        attempt,
        "no answer from %s yet".formatted(words.url()),
        () -> judged(words, Exchange.of(request, within)));
  }

  @Override
  public Outcome poll(Http words, Attempt attempt) {
    var outcome = errands.ask(attempt);
    // whoever got the request may still be at it, although nobody here waits for the answer
    return outcome instanceof Outcome.Unknown(var why, var over)
        ? new Outcome.Unknown(why, over && idempotent(words))
        : outcome;
  }

  /**
   * A request that may not be sent twice is given up only when its time is over: giving it up does
   * not stop whoever got it, and only the answer tells that they are done.
   */
  @Override
  public Optional<String> stop(Http words, Attempt attempt) {
    boolean waits = !idempotent(words) && !attempt.remaining().isZero();
    return waits && errands.ask(attempt) instanceof Outcome.NotYet
        ? Optional.of(
            "the %s cannot be called back; the answer of %s is waited for"
                .formatted(words.method(), words.url()))
        : errands.stop(attempt);
  }

  @Override
  public boolean staysWhereItBegan() {
    return true;
  }

  private static Outcome judged(Http words, Answer answer) {
    return switch (answer) {
      case Answer.Given given when wanted(words, given) -> new Outcome.Done(outputs(given));
      case Answer.Given given -> new Outcome.Failed(unexpected(words, given));
      case Answer.NotSent(var why, var refused) -> new Outcome.Failed(why);
      case Answer.Lost(var why) when idempotent(words) -> new Outcome.Failed(why);
      case Answer.Lost(var why) ->
          new Outcome.Unknown(
              "%s; whether the %s took effect is not known".formatted(why, words.method()));
    };
  }

  @Override
  public Recovery recover(Http words, Attempt attempt) {
    if (idempotent(words) && !errands.has(attempt)) {
      return new Recovery.StartAgain();
    }
    return errands
        .known(attempt)
        .<Recovery>map(Recovery.Known::new)
        .orElseGet(() ->
            new Recovery.Unknown(
                "the server stopped while a %s to %s was on its way"
                    .formatted(words.method(), words.url())));
  }

  @Override
  public Observation observe(Http words, Attempt attempt) {
    HttpRequest request;
    try {
      request = Request.of(words, Map.of());
    } catch (IllegalArgumentException unfit) {
      return new Observation.Unknown(Request.whatIsWrong(words, unfit));
    }
    return switch (Exchange.of(request, shorter(words.within(), attempt.timeToLook()))) {
      case Answer.Given given when wanted(words, given) -> new Observation.Holds(outputs(given));
      case Answer.Given given when given.status() >= 500 || DOORKEEPER.contains(given.status()) ->
          new Observation.Unknown(unexpected(words, given));
      case Answer.Given given -> new Observation.HoldsNot(unexpected(words, given));
      case Answer.NotSent(var why, var refused) when refused && words.refusedIsNotDone() ->
          new Observation.HoldsNot(why);
      case Answer.NotSent(var why, var refused) -> new Observation.Unknown(why);
      case Answer.Lost(var why) -> new Observation.Unknown(why);
    };
  }

  private static boolean wanted(Http words, Answer.Given given) {
    return words.expect().contains(given.status())
        && words.contains().filter(text -> !given.body().contains(text)).isEmpty();
  }

  private static boolean idempotent(Http words) {
    return IDEMPOTENT.contains(words.method().toUpperCase(Locale.ROOT));
  }

  private static Map<String, String> outputs(Answer.Given given) {
    var outputs = TextOutputs.of("body", given.body());
    outputs.put("status", Integer.toString(given.status()));
    return outputs;
  }

  private static String unexpected(Http words, Answer.Given given) {
    if (words.expect().contains(given.status())) {
      return "%s answered %d, but without '%s'"
          .formatted(words.url(), given.status(), words.contains().orElse(""));
    }
    var wanted = words.expect().stream().map(String::valueOf).collect(Collectors.joining(", "));
    var firstLine =
        given
            .body()
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .findFirst()
            .orElse("");
    return "%s answered %d instead of %s%s"
        .formatted(
            words.url(),
            given.status(),
            wanted,
            firstLine.isEmpty() ? "" : ": " + shortened(firstLine));
  }

  private static String shortened(String line) {
    return line.length() <= 200 ? line : line.substring(0, 199) + "…";
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
