package dev.evenkeel.server.execution.engine;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.runbook.Comparison;
import dev.evenkeel.runbook.Watch;
import dev.evenkeel.runbook.WatchRule;
import dev.evenkeel.runbook.words.Exec;
import dev.evenkeel.runbook.words.Http;
import dev.evenkeel.runbook.words.Wait;
import dev.evenkeel.server.approval.GoAhead;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.execution.HoursOverride;
import dev.evenkeel.server.execution.NewRun;
import dev.evenkeel.server.execution.RequestKey;
import dev.evenkeel.server.execution.RunControl;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.StartTimes;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Actions;
import dev.evenkeel.server.execution.action.Attempt;
import dev.evenkeel.server.execution.action.Observation;
import dev.evenkeel.server.execution.action.Outcome;
import dev.evenkeel.server.execution.action.Recovery;
import dev.evenkeel.server.execution.action.exec.Commands;
import dev.evenkeel.server.execution.action.http.Requests;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.store.AttemptStore;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.health.Series;
import dev.evenkeel.server.health.Trend;
import dev.evenkeel.server.health.Watchtower;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.schedule.CostGate;
import dev.evenkeel.server.secrets.SecretStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.DataFolder;
import dev.evenkeel.server.shared.Obstacle;
import dev.evenkeel.server.shared.PassingFolder;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.shared.TeamGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The engine with its stores on a real database, and a world of small actions around it. */
final class EngineUnderTest implements AutoCloseable {

  /** What the actions of the test act on. */
  static final class World {
    final List<String> done = Collections.synchronizedList(new ArrayList<>());
    final Set<String> inEffect = ConcurrentHashMap.newKeySet();
    final Set<String> failing = ConcurrentHashMap.newKeySet();
    final Set<String> slow = ConcurrentHashMap.newKeySet();
    final Set<String> breaking = ConcurrentHashMap.newKeySet();
    final Set<String> unknown = ConcurrentHashMap.newKeySet();
    final Set<String> perhapsGoingOn = ConcurrentHashMap.newKeySet();
    final Set<String> unstoppable = ConcurrentHashMap.newKeySet();
    final Set<String> breakingOnce = ConcurrentHashMap.newKeySet();
    final Set<String> garbled = ConcurrentHashMap.newKeySet();
    final Set<String> stopped = ConcurrentHashMap.newKeySet();
    final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    final Map<String, String> secrets = new ConcurrentHashMap<>(Map.of("db", "s3cr3t-word"));
    final Hours hours = new Hours();
    volatile List<String> unapproved = List.of();
    volatile GoAhead.Ruling ruling = GoAhead.Ruling.NOTHING_AGAINST;
    volatile Optional<GoAhead.Question> asked = Optional.empty();
    volatile List<Upgrade> upgrades = List.of();
    volatile boolean sealedWithAnotherKey;
    volatile boolean realCommands;
    volatile Verdict.Kind verdict = Verdict.Kind.HEALTHY;
    volatile InstantSource clock = InstantSource.system();
    volatile LongSupplier nanos = System::nanoTime;
  }

  /** A calendar in which {@code n1} is a system; all is open but what a test closes. */
  static final class Hours implements SystemHours {
    volatile Instant opens = Instant.MIN;
    volatile Instant closes = Instant.MAX;
    volatile Right overriddenBy = Right.OVERRIDE;

    @Override
    public Set<String> known(Collection<String> names) {
      return names.contains("n1") ? Set.of("n1") : Set.of();
    }

    @Override
    public List<Against> against(Collection<String> systems, Instant from, Instant to) {
      return from.isBefore(opens) || to.isAfter(closes)
          ? List.of(
              new Against("n1", "n1 is not open from %s to %s.".formatted(from, to), overriddenBy))
          : List.of();
    }

    @Override
    public Optional<Instant> openUntil(Collection<String> systems, Instant at) {
      return Optional.of(closes).filter(end -> !end.equals(Instant.MAX));
    }

    @Override
    public Optional<Instant> openNext(Collection<String> systems, Duration length, Instant from) {
      return from.isBefore(opens) ? Optional.of(opens) : Optional.empty();
    }
  }

  /**
   * {@code exec: {command: [do, thing]}} puts the thing in effect, {@code [undo, thing]} takes it
   * back.
   */
  record TestExec(World world) implements Action<Exec> {
    @Override
    public Class<Exec> words() {
      return Exec.class;
    }

    @Override
    public Outcome start(Exec words, Attempt attempt) {
      String verb = words.command().getFirst();
      String thing = words.command().get(1);
      attempt.output().append(verb + " " + thing + " " + words.env() + "\n");
      if (verb.equals("do") && world.breaking.contains(thing)) {
        throw new IllegalStateException(thing + " broke with " + words.env());
      }
      if (verb.equals("do") && world.gates.containsKey(thing)) {
        pass(world.gates.get(thing));
        return new Outcome.NotYet(Duration.ofHours(1), thing + " takes an hour");
      }
      if (world.failing.contains(verb + " " + thing) && world.garbled.contains(thing)) {
        return new Outcome.Failed(thing + "\0would not");
      }
      if (world.failing.contains(verb + " " + thing)) {
        return new Outcome.Failed(thing + " would not");
      }
      return world.slow.contains(verb + " " + thing)
          ? new Outcome.NotYet(Duration.ofMillis(1_200), thing + " takes its time")
          : act(verb, thing);
    }

    private static void pass(CountDownLatch gate) {
      try {
        gate.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Outcome poll(Exec words, Attempt attempt) {
      if (world.breakingOnce.remove(words.command().get(1))) {
        throw new IllegalStateException("for once it cannot be told");
      }
      if (world.stopped.contains(attempt.id())) {
        return new Outcome.Failed("it was stopped");
      }
      return act(words.command().getFirst(), words.command().get(1));
    }

    private Outcome act(String verb, String thing) {
      if (verb.equals("look")) {
        return new Outcome.Done(Map.of("version", world.inEffect.contains(thing) ? "2" : "1"));
      }
      world.done.add(verb + " " + thing);
      if (verb.equals("do")) {
        world.inEffect.add(thing);
      } else {
        world.inEffect.remove(thing);
      }
      return world.garbled.contains(thing)
          ? new Outcome.Done(Map.of("stdout", "a\0b"))
          : Outcome.Done.withoutOutput();
    }

    @Override
    public Recovery recover(Exec words, Attempt attempt) {
      return new Recovery.Unknown(
          "the server stopped", !world.perhapsGoingOn.contains(words.command().get(1)));
    }

    @Override
    public Optional<String> stop(Exec words, Attempt attempt) {
      String thing = words.command().get(1);
      if (world.unstoppable.contains(thing)) {
        return Optional.of(thing + " does not listen");
      }
      world.stopped.add(attempt.id());
      return Optional.empty();
    }

    @Override
    public Observation observe(Exec words, Attempt attempt) {
      String thing = words.command().get(1);
      if (world.unknown.contains(thing)) {
        return new Observation.Unknown("nobody answers");
      }
      return world.inEffect.contains(thing)
          ? new Observation.Holds(Map.of())
          : new Observation.HoldsNot("it is not");
    }
  }

  /** Passes at once. */
  record TestWait() implements Action<Wait> {
    @Override
    public Class<Wait> words() {
      return Wait.class;
    }

    @Override
    public Outcome start(Wait words, Attempt attempt) {
      return Outcome.Done.withoutOutput();
    }
  }

  record TestWatchtower(World world) implements Watchtower {
    @Override
    public void look(String watch, List<Lookout> lookouts, Instant now, Duration within) {}

    @Override
    public List<Verdict> judge(String watch, List<WatchRule> rules, Arms arms, Instant now) {
      return rules.stream().map(rule -> verdict(rule.name())).toList();
    }

    private Verdict verdict(String rule) {
      return new Verdict(
          rule,
          world.verdict,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          0,
          "the test says " + world.verdict);
    }

    @Override
    public List<Verdict> compare(String watch, Comparison comparison, Arms arms, Instant now) {
      return comparison.metrics().stream().map(metric -> verdict(metric.name())).toList();
    }

    @Override
    public void remember(
        String watch,
        Comparison comparison,
        List<Lookout> lookouts,
        Duration length,
        Instant now) {}

    @Override
    public List<Trend> trends(String watch, Comparison comparison) {
      return List.of();
    }

    @Override
    public List<String> silent(String watch, Watch judged, Instant now) {
      return List.of();
    }

    @Override
    public List<Series> series(String watch, List<WatchRule> rules) {
      return List.of();
    }
  }

  @TestConfiguration(proxyBeanMethods = false)
  @ComponentScan({"dev.evenkeel.server.execution.engine", "dev.evenkeel.server.execution.store"})
  @ComponentScan(
      basePackages = "dev.evenkeel.server.identity",
      useDefaultFilters = false,
      includeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = ".*\\.(RightsDesk|People|Grants|Passwords|Sessions|Tokens|TokenIssues)"))
  @Import({RunControl.class, Actions.class})
  @ImportAutoConfiguration({
    org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration.class,
    org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration.class,
    org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration.class,
    org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration.class,
    org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration.class,
    DbSchedulerAutoConfiguration.class
  })
  static class Configured {
    @Bean
    Clock clock(World world) {
      return world.clock.withZone(ZoneOffset.UTC);
    }

    @Bean
    @Primary
    LongSupplier steady(World world) {
      return world.nanos;
    }

    @Bean
    TeamGate teams() {
      return new TeamGate() {
        @Override
        public Optional<String> against(Rights rights, Right right, Collection<String> systems) {
          return rights.may(right) ? Optional.empty() : Optional.of("It is another team's.");
        }

        @Override
        public List<String> teams() {
          return List.of();
        }

        @Override
        public void keep(Right right, Collection<String> systems) {}
      };
    }

    @Bean
    RandomGenerator random() {
      return RandomGenerator.getDefault();
    }

    @Bean
    DataFolder dataFolder() {
      return DataFolder.in(PassingFolder.made());
    }

    @Bean
    SecretStore secrets(World world) {
      return name -> {
        if (world.sealedWithAnotherKey) {
          throw new Refused(Refused.Kind.NOT_NOW, "Secret " + name + " has another key");
        }
        return Optional.ofNullable(world.secrets.get(name));
      };
    }

    @Bean
    Action<Exec> exec(World world, DataFolder folder) {
      return world.realCommands ? Commands.keptIn(folder) : new TestExec(world);
    }

    @Bean
    Action<Http> http() {
      return Requests.action();
    }

    @Bean
    SystemHours hours(World world) {
      return world.hours;
    }

    @Bean
    CostGate costs(World world) {
      return new CostGate() {
        @Override
        public List<Obstacle> unapproved(Set<String> systems, Set<String> to) {
          return systems.contains("n1") ? all() : List.of();
        }

        @Override
        public List<Obstacle> unapproved(UpgradeId upgrade) {
          return all();
        }

        private List<Obstacle> all() {
          return world.unapproved.stream()
              .map("Costs of %s."::formatted)
              .map(Obstacle::besides)
              .toList();
        }
      };
    }

    @Bean
    GoAhead ahead(World world) {
      return new GoAhead() {
        @Override
        public void hold(Question question) {}

        @Override
        public Ruling aboutStart(Question question) {
          world.asked = Optional.of(question);
          return world.ruling;
        }

        @Override
        public Ruling aboutGoingOn(Question question) {
          return world.ruling;
        }

        @Override
        public Ruling inFlight(Question question, String run) {
          return world.ruling;
        }

        @Override
        public void began(Ruling ruling, Actor operator, String run) {}
      };
    }

    @Bean
    KnownUpgrades upgrades(World world) {
      return new KnownUpgrades() {
        @Override
        public List<Upgrade> open() {
          return world.upgrades;
        }

        @Override
        public Upgrade get(UpgradeId id) {
          return world.upgrades.stream()
              .filter(one -> one.id().equals(id))
              .findFirst()
              .orElseThrow(() -> new Refused(Refused.Kind.NOT_FOUND, "There is no upgrade " + id));
        }
      };
    }

    @Bean
    TestWait waiting() {
      return new TestWait();
    }

    @Bean
    TestWatchtower watchtower(World world) {
      return new TestWatchtower(world);
    }
  }

  final World world;
  private final ConfigurableApplicationContext context;

  private EngineUnderTest(World world, ConfigurableApplicationContext context) {
    this.world = world;
    this.context = context;
  }

  /**
   * @param working whether its workers work; without them effects are written and wait
   */
  static EngineUnderTest on(TestDatabase database, World world, boolean working) {
    List.of("ann", "ben", "tester").forEach(name -> person(database, name, Role.OPERATOR));
    Map<String, Object> settings = new HashMap<>();
    settings.put("db-scheduler.enabled", true);
    settings.put("db-scheduler.polling-interval", "50ms");
    settings.put("db-scheduler.heartbeat-interval", "1s");
    settings.put("spring.main.banner-mode", "off");
    settings.put("spring.main.web-application-type", "none");
    var context =
        new SpringApplicationBuilder(Configured.class)
            .initializers(
                (org.springframework.context.ApplicationContextInitializer<
                        org.springframework.context.support.GenericApplicationContext>)
                    c -> {
                      c.registerBean(
                          DataSource.class, () -> new DelegatingDataSource(database.dataSource()));
                      c.registerBean(World.class, () -> world);
                    })
            .properties(settings)
            .run();
    if (!working) {
      context.getBean(com.github.kagkarlsson.scheduler.Scheduler.class).pause();
    }
    return new EngineUnderTest(world, context);
  }

  /** Somebody who was always there; in another role from now on when they were there already. */
  static void person(TestDatabase database, String name, Role role) {
    database
        .jdbc()
        .sql(
            """
            with person as (
              insert into identity_person (name, display_name, password, created_at)
              values (:name, :name, '', 'epoch')
              on conflict (name) do update set created_at = 'epoch'),
            before as (delete from identity_grant where person = :name and role <> :role)
            insert into identity_grant (person, role, granted_at, granted_by)
            values (:name, :role, 'epoch', 'test') on conflict do nothing
            """)
        .param("name", name)
        .param("role", role.name())
        .update();
  }

  /** A run left under way would be worked on by the next test, or be in its way. */
  static void putToRest(TestDatabase database) {
    database.jdbc().sql("delete from scheduled_tasks where task_name <> 'caretaker'").update();
    database
        .jdbc()
        .sql("update execution_run set status = 'ABORTED' where ended_at is null")
        .update();
  }

  RunId start(String runbook) {
    return start(runbook, RequestKey.unique());
  }

  RunId start(String runbook, RequestKey key) {
    return context
        .getBean(RunControl.class)
        .start(
            new NewRun(runbook, Map.of(), RunKind.PRODUCTION, Optional.of("a test")),
            key,
            Actor.person("tester"));
  }

  RunId take(String runbook, boolean rehearsal) {
    return context
        .getBean(RunControl.class)
        .take(
            new NewRun(
                runbook,
                Map.of(),
                rehearsal ? RunKind.REHEARSAL : RunKind.PRODUCTION,
                Optional.empty()),
            RequestKey.unique(),
            Actor.person("tester"));
  }

  /** A rehearsal that shall start by itself. */
  RunId schedule(String runbook, StartTimes times, RequestKey key) {
    return context
        .getBean(RunControl.class)
        .schedule(
            new NewRun(runbook, Map.of(), RunKind.REHEARSAL, Optional.empty()),
            times,
            key,
            Actor.person("ann"));
  }

  void order(RunId id, RunCommand command) {
    context
        .getBean(RunControl.class)
        .command(id, command, Optional.empty(), "because", Actor.person("tester"));
  }

  void override(RunId id, RunCommand command, Role role) {
    context
        .getBean(RunControl.class)
        .command(
            id,
            command,
            Optional.empty(),
            "",
            Optional.of(new HoursOverride("the shop is down anyway", Rights.of(role))),
            Actor.person("tester"));
  }

  void skip(RunId id, String step) {
    context
        .getBean(RunControl.class)
        .command(id, RunCommand.SKIP, Optional.of(step), "seen to by hand", Actor.person("tester"));
  }

  void work() {
    context.getBean(com.github.kagkarlsson.scheduler.Scheduler.class).resume();
    context
        .getBean(com.github.kagkarlsson.scheduler.Scheduler.class)
        .triggerCheckForDueExecutions();
  }

  RunState state(RunId id) {
    return context.getBean(RunStore.class).get(id).state();
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  AttemptStore attempts() {
    return context.getBean(AttemptStore.class);
  }

  RunState until(RunId id, RunStatus... wanted) {
    Set<RunStatus> any = Set.of(wanted);
    for (int i = 0; i < 600; i++) {
      RunState state = state(id);
      if (any.contains(state.status())) {
        return state;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new AssertionError(
        "Run is " + state(id).status() + " because " + state(id).reason() + ", wanted " + any);
  }

  @Override
  public void close() {
    DataFolder folder = bean(DataFolder.class);
    context.close();
    PassingFolder.delete(folder.root());
  }
}
