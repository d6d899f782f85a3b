package dev.evenkeel.server.health.source;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.runbook.words.ProbeSource;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/**
 * Sends requests of its own, shortly after each other and side by side, so that one that hangs does
 * not keep the others waiting.
 *
 * <p>Good is what has the expected status and content. Only good answers are timed: a refused
 * connection and a quick 500 are failures and not fast. No answer within the limit is a failure
 * that took as long as the limit.
 */
@Component
class ProbeReader implements MetricSource<ProbeSource> {
  private static final Duration APART = Duration.ofMillis(20);

  /**
   * What became of one request.
   *
   * @param trouble why it is not good
   */
  private record Answer(OptionalDouble millis, Optional<String> trouble) {}

  @Override
  public Class<ProbeSource> words() {
    return ProbeSource.class;
  }

  @Override
  public Duration patience(ProbeSource words, Duration everyLook) {
    return words.within().plus(APART.multipliedBy(words.times())).plusSeconds(1);
  }

  @Override
  public List<Fact> look(ProbeSource words, Duration within)
      throws IOException, InterruptedException {
    var page = Page.at(words.url());
    var answers = new ArrayList<Answer>();
    try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
      var pending = new ArrayList<Future<Answer>>();
      for (int i = 0; i < words.times(); i++) {
        var before = APART.multipliedBy(i);
        pending.add(
            requests.submit(() -> {
              Thread.sleep(before);
              return ask(page, words);
            }));
      }
      for (var request : pending) {
        answers.add(resultOf(request, requests));
      }
    } catch (ExecutionException e) {
      throw new IOException("%s cannot be asked: %s".formatted(page, e.getCause()), e);
    }
    return facts(answers);
  }

  private static Answer resultOf(Future<Answer> request, ExecutorService requests)
      throws ExecutionException, InterruptedException {
    try {
      return request.get();
    } catch (InterruptedException e) {
      requests.shutdownNow();
      throw e;
    }
  }

  private static List<Fact> facts(List<Answer> answers) {
    var troubles = answers.stream().flatMap(answer -> answer.trouble().stream()).toList();
    var tried =
        new Fact.Tried(
            answers.size(),
            troubles.size(),
            answers.stream().flatMapToDouble(a -> a.millis().stream()).boxed().toList());
    return troubles.isEmpty()
        ? List.of(tried, new Fact.Well(true, ""))
        : List.of(tried, new Fact.Well(troubles.size() < answers.size(), troubles.getLast()));
  }

  private static Answer ask(Page page, ProbeSource words) throws InterruptedException {
    long began = System.nanoTime();
    try {
      var response = page.get(words.within());
      double millis = (System.nanoTime() - began) / 1e6;
      var trouble = trouble(page, words, response);
      return new Answer(
          trouble.isEmpty() ? OptionalDouble.of(millis) : OptionalDouble.empty(), trouble);
    } catch (HttpTimeoutException e) {
      return new Answer(OptionalDouble.of(words.within().toMillis()), Optional.of(Reason.of(e)));
    } catch (IOException e) {
      return new Answer(OptionalDouble.empty(), Optional.of(Reason.of(e)));
    }
  }

  private static Optional<String> trouble(
      Page page, ProbeSource words, HttpResponse<String> response) {
    if (response.statusCode() != words.expect()) {
      return Optional.of(
          "%s answered %d instead of %d".formatted(page, response.statusCode(), words.expect()));
    }
    return words
        .contains()
        .filter(text -> !response.body().contains(text))
        .map(text -> "%s answered without '%s'".formatted(page, text));
  }
}
