package dev.evenkeel.server.execution.web;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.Crew;
import dev.evenkeel.server.EvenkeelServer;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.AttemptResult;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.identity.Tokens;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.PassingFolder;
import dev.evenkeel.server.shared.Role;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * A server with sample runs, to look at the pages by eye: everybody is signed in as an operator, as
 * a viewer with {@code ?as=viewer}. Its argument is the port. Prints the addresses of the runs.
 */
final class PagesServer {
  private PagesServer() {}

  @TestConfiguration(proxyBeanMethods = false)
  static class Sample {
    @Bean
    @Primary
    SampleWatchtower watchtower() {
      return new SampleWatchtower();
    }

    /** Gives every request a token of the role. */
    @Bean
    FilterRegistrationBean<Filter> everybodyIsSignedIn(ObjectProvider<Tokens> tokens) {
      Map<List<Role>, String> issued = new ConcurrentHashMap<>();
      FilterRegistrationBean<Filter> filter =
          new FilterRegistrationBean<>((request, response, chain) -> {
            List<Role> roles =
                "viewer".equals(request.getParameter("as")) ? List.of(Role.VIEWER) : Crew.ALL_HANDS;
            String token =
                issued.computeIfAbsent(
                    roles,
                    r ->
                        tokens
                            .getObject()
                            .issue("ann-" + r, r, Optional.empty(), Actor.EVENKEEL)
                            .text());
            chain.doFilter(signed((HttpServletRequest) request, token), response);
          });
      filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
      return filter;
    }

    private static HttpServletRequest signed(HttpServletRequest request, String token) {
      return new HttpServletRequestWrapper(request) {
        @Override
        public String getHeader(String name) {
          return name.equalsIgnoreCase("Authorization") ? "Bearer " + token : super.getHeader(name);
        }
      };
    }
  }

  /** What other tests configure for themselves is not part of the server. */
  private static final class PassOverTests extends TypeExcludeFilter {
    @Override
    public boolean match(MetadataReader type, MetadataReaderFactory types) {
      return type.getAnnotationMetadata().isAnnotated(TestConfiguration.class.getName());
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof PassOverTests;
    }

    @Override
    public int hashCode() {
      return getClass().hashCode();
    }
  }

  public static void main(String[] arguments) throws Exception {
    TestDatabase database = TestDatabase.empty().create();
    ConfigurableApplicationContext server =
        new SpringApplicationBuilder(EvenkeelServer.class, Sample.class)
            .initializers(context ->
                context.getBeanFactory().registerSingleton("passOver", new PassOverTests()))
            .run(
                "--evenkeel.port=" + arguments[0],
                "--evenkeel.data=" + PassingFolder.untilTheEnd(),
                "--evenkeel.db.url=" + database.url(),
                "--evenkeel.db.user=" + database.user(),
                "--evenkeel.db.password=" + database.password(),
                "--spring.thymeleaf.cache=" + Boolean.getBoolean("cache"));
    server.getBean(Scheduler.class).pause();
    Instant now = server.getBean(Clock.class).instant();
    for (var sample : samples(server, now).entrySet()) {
      System.out.println("SAMPLE " + sample.getKey() + " " + sample.getValue().id);
    }
    System.out.println("READY");
  }

  static Map<String, SampleRun> samples(ConfigurableApplicationContext server, Instant now) {
    SampleWatchtower watchtower = server.getBean(SampleWatchtower.class);
    Map<String, SampleRun> samples = new java.util.LinkedHashMap<>();

    SampleRun ready =
        SampleRun.of(server, SampleRunbooks.rolling(4), RunKind.REHEARSAL, now.minusSeconds(30));
    samples.put("ready", ready);

    SampleRun running = started(server, SampleRunbooks.rolling(4), now, 300, RunKind.PRODUCTION);
    running.until("w3/n2/switch");
    running.waits("w3/n2/switch", "the process comes up (pid 4711)");
    for (int i = 0; i < 60; i++) {
      running.prints(
          "w3/n2/switch",
          "02:14:%02d  unpacking release 11.0.2, file %d of 60\n".formatted(i, i + 1));
    }
    running.judged(
        Verdict.Kind.HEALTHY,
        "median",
        18,
        17,
        117,
        220,
        "Half of 220 answers took at most 18 ms; 17 ms before. Limit 117 ms.");
    watchtower.saw(running.id.value(), now.minusSeconds(300), now.minusSeconds(250), now, false);
    samples.put("running", running);

    SampleRun large = started(server, SampleRunbooks.rolling(200), now, 3000, RunKind.PRODUCTION);
    large.until("w3/n77/switch");
    watchtower.saw(large.id.value(), now.minusSeconds(3000), now.minusSeconds(2600), now, false);
    samples.put("large", large);

    SampleRun soaking = started(server, SampleRunbooks.rolling(40), now, 400, RunKind.PRODUCTION);
    soaking.until("w2/n3/drain").until("w2/wave/share").goesOn(1).soaks(10);
    watchtower.saw(soaking.id.value(), now.minusSeconds(400), now.minusSeconds(350), now, false);
    samples.put("soaking", soaking);

    SampleRun manual =
        started(
            server,
            SampleRunbooks.rolling(4, "Shop 4 to 5 on four nodes", SampleRunbooks.MANUAL),
            now,
            500,
            RunKind.PRODUCTION);
    manual
        .until("w1/n1/sign-off")
        .waits("w1/n1/sign-off", "Open the shop on n1 and buy something.");
    samples.put("manual", manual);

    SampleRun back = started(server, SampleRunbooks.rolling(4), now, 260, RunKind.PRODUCTION);
    back.until("w3/n2/drain").until("w3/wave/share").goesOn(1).soaks(6);
    back.judged(
        Verdict.Kind.BREACH,
        "errors",
        0.31,
        0.002,
        0.012,
        640,
        "31 % of 640 requests to n2 failed; 0.2 % before. Limit 1.2 %.");
    back.goesOn(3);
    watchtower.saw(back.id.value(), now.minusSeconds(260), now.minusSeconds(200), now, true);
    samples.put("back", back);

    SampleRun held = started(server, SampleRunbooks.rolling(4), now, 400, RunKind.PRODUCTION);
    held.until("w3/n2/switch")
        .prints("w3/n2/switch", "ctl: cannot unpack: No space left on device\n");
    held.fails("w3/n2/switch", "exit code 1: cannot unpack: No space left on device");
    held.prints(
        "w3/n2/switch",
        "ctl: switching back to 10.1.30\nctl: cannot write link: No space left on device\n");
    held.fails("w3/n2/switch", "exit code 1: cannot write link: No space left on device");
    watchtower.saw(held.id.value(), now.minusSeconds(400), now.minusSeconds(300), now, false);
    samples.put("held", held);

    SampleRun noReturn =
        started(
            server,
            SampleRunbooks.rolling(4, "Database 15 to 17", SampleRunbooks.NO_RETURN),
            now,
            200,
            RunKind.PRODUCTION);
    noReturn.until("w1/n1/migrate").prints("w1/n1/migrate", "migrating 14 of 31 tables\n");
    noReturn.fails("w1/n1/migrate", "exit code 3: table orders is locked");
    samples.put("no-return", noReturn);

    SampleRun paused = started(server, SampleRunbooks.rolling(4), now, 200, RunKind.PRODUCTION);
    paused.until("w1/wave/share").goesOn(1).soaks(6);
    paused.judged(
        Verdict.Kind.WARNING,
        "errors",
        0.008,
        0.002,
        0.012,
        900,
        "0.8 % of 900 requests to n1 failed; 0.2 % before. Warns from 0.7 %.");
    samples.put("paused", paused);

    SampleRun succeeded = started(server, SampleRunbooks.rolling(4), now, 1000, RunKind.PRODUCTION);
    while (!succeeded.state().status().ended()) {
      succeeded.goesOn(50);
      if (!succeeded.state().status().ended()) {
        succeeded.soaks(30);
      }
    }
    watchtower.saw(
        succeeded.id.value(), now.minusSeconds(1000), now.minusSeconds(950), succeeded.now, false);
    samples.put("succeeded", succeeded);

    SampleRun rolledBack = started(server, SampleRunbooks.rolling(4), now, 900, RunKind.PRODUCTION);
    rolledBack.until("w1/wave/share").goesOn(1).soaks(8);
    rolledBack.judged(
        Verdict.Kind.BREACH,
        "errors",
        0.29,
        0.002,
        0.012,
        210,
        "29 % of 210 requests to n1 failed; 0.2 % before. Limit 1.2 %.");
    rolledBack.goesOn(50);
    watchtower.saw(
        rolledBack.id.value(),
        now.minusSeconds(900),
        now.minusSeconds(860),
        now.minusSeconds(820),
        true);
    samples.put("rolled-back", rolledBack);

    SampleRun refused = started(server, SampleRunbooks.rolling(4), now, 100, RunKind.PRODUCTION);
    refused
        .until("before/nodes-answer")
        .fails("before/nodes-answer", "no answer within 20 s: connection refused.");
    samples.put("refused", refused);

    SampleRun nasty =
        started(
            server,
            SampleRunbooks.rolling(2, "<script>document.title='hit'</script> & \\\"quotes\\\"", "")
                .replace(
                    "title: <script>document.title='hit'</script> & \\\"quotes\\\"",
                    "title: \"<script>document.title='hit'</script> & 'quotes'\""),
            now,
            60,
            RunKind.PRODUCTION);
    nasty
        .until("w1/n1/switch")
        .prints(
            "w1/n1/switch",
            "<script>document.title='hit'</script></pre><img src=x onerror=alert(1)>\n");
    samples.put("nasty", nasty);

    SampleRun unknown = started(server, SampleRunbooks.rolling(4), now, 120, RunKind.PRODUCTION);
    unknown
        .until("w1/n1/switch")
        .ends(
            "w1/n1/switch",
            new AttemptResult.Unknown("the server stopped while this was carried out"));
    samples.put("unknown", unknown);
    return samples;
  }

  private static SampleRun started(
      ConfigurableApplicationContext server, String runbook, Instant now, int ago, RunKind kind) {
    return SampleRun.of(
            server,
            runbook,
            kind,
            now.minusSeconds(ago),
            Optional.of("the rehearsal fleet is being rebuilt"))
        .order(RunCommand.START);
  }
}
