package dev.evenkeel.demo.load;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A steady load: requests leave by the clock, not when the one before is answered, and are timed
 * from when they were due. A fleet that stands still is thus seen by everybody who would have asked
 * meanwhile.
 */
public final class Load implements AutoCloseable {

  /** The client repeats a request whose connection broke, and hides what users of others see. */
  private static final String NO_SILENT_RETRIES = "jdk.httpclient.redirects.retrylimit";

  private final LoadPlan plan;
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client;
  private final Thread sender;
  private final AtomicLong underWay = new AtomicLong();
  private volatile boolean ending;
  private volatile Tally tally = new Tally(System.nanoTime());

  /** Begins at once. */
  public static Load start(LoadPlan plan) {
    System.setProperty(NO_SILENT_RETRIES, "1");
    var load = new Load(plan);
    load.sender.start();
    return load;
  }

  private Load(LoadPlan plan) {
    this.plan = plan;
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(workers).build();
    sender = Thread.ofPlatform().name("load").daemon().unstarted(this::send);
  }

  /** What users have seen since the start, or since the last {@link #startAnew}. */
  public LoadReport report() {
    return tally.report(System.nanoTime());
  }

  /** Counts from nothing again. Requests under way still count where they began. */
  public void startAnew() {
    tally = new Tally(System.nanoTime());
  }

  /** Sends no more, waits for the last answers, and says what users saw. */
  public LoadReport finish() throws InterruptedException {
    ending = true;
    sender.join();
    while (underWay.get() > 0) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return report();
  }

  @Override
  public void close() {
    ending = true;
    client.shutdownNow();
    workers.shutdownNow();
  }

  private void send() {
    warmUp();
    startAnew();
    long began = System.nanoTime();
    for (long number = 0; !ending; number++) {
      long due = began + number * plan.periodNanos();
      for (long left; (left = due - System.nanoTime()) > 0; ) {
        LockSupport.parkNanos(left);
      }
      ask(number, due);
    }
  }

  /** Loads the classes that the first request needs: half a second nobody's users would wait. */
  private void warmUp() {
    var request = HttpRequest.newBuilder(plan.url()).timeout(plan.patience()).GET().build();
    client
        .sendAsync(request, BodyHandlers.discarding())
        .handle((response, problem) -> answer(0, 0, response))
        .join();
  }

  private void ask(long number, long due) {
    Tally into = tally;
    int user = (int) (number % plan.users());
    var request = HttpRequest.newBuilder(plan.urlOf(number)).timeout(plan.patience()).GET().build();
    underWay.incrementAndGet();
    client
        .sendAsync(request, BodyHandlers.discarding())
        .whenComplete((response, problem) -> {
          into.add(answer(user, due, response));
          underWay.decrementAndGet();
        });
  }

  private static Answer answer(int user, long due, @Nullable HttpResponse<Void> response) {
    long now = System.nanoTime();
    if (response == null) {
      return new Answer(user, due, now, 0, "", "");
    }
    var headers = response.headers();
    return new Answer(
        user,
        due,
        now,
        response.statusCode(),
        headers.firstValue("X-Release").orElse(""),
        headers.firstValue("X-Node").orElse(""));
  }
}
