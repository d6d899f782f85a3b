package dev.evenkeel.e2e;

import dev.evenkeel.e2e.lab.Lab;
import dev.evenkeel.e2e.people.Approval;
import dev.evenkeel.e2e.people.Assignment;
import dev.evenkeel.e2e.people.Budgeting;
import dev.evenkeel.e2e.people.Colleague;
import dev.evenkeel.e2e.people.GoLive;
import dev.evenkeel.e2e.people.Listener;
import dev.evenkeel.e2e.people.Messages;
import dev.evenkeel.e2e.people.Planning;
import dev.evenkeel.e2e.people.Runs;
import dev.evenkeel.e2e.people.Sheets;
import dev.evenkeel.e2e.people.Staff;
import dev.evenkeel.e2e.people.Teamwork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The shipped templates from launch to go-live, in real browsers: every step is done by whose it
 * is, signed in as nobody else, and what a fact shows is closed by the fact. The estate is applied
 * from a terminal, and the fleet is made of files; all else is done on the pages.
 */
@Tag("C01")
@Tag("C02")
@Tag("C49")
@TestMethodOrder(OrderAnnotation.class)
@Timeout(300)
class ProcessJourneyIT {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
  private static final LocalDate GO_LIVE = TODAY.plusDays(40);

  /** Those who have duties and need no right for them but to see. */
  private static final List<String> READERS =
      List.of("sina", "pia", "ivan", "dina", "tess", "kim", "cora", "tim");

  private static final String CHANNEL = "everybody";
  private static final List<String> finished = new ArrayList<>();

  @RegisterExtension static final Office office = Office.of("process");
  private static Staff staff;
  private static Listener listener;

  @BeforeAll
  static void everybody_joins() throws Exception {
    Path estate = Files.writeString(office.scene().file("estate.yaml"), resource("estate.yaml"));
    Called apply = office.evenkeel("apply", "apply", "-f", estate.toString());
    Assertions.assertThat(apply.exitCode(2)).as(apply.err()).isZero();
    staff =
        Staff.of(office)
            .hire("rita", "requester")
            .hire("igor", "engineer")
            .hire("uma", "engineer")
            .hire("lena", "engineer")
            .hire("lars", "engineer")
            .hire("sofia", "sponsor")
            .hire("axel", "approver")
            .hire("bea", "approver")
            .hire("otto", "operator")
            .hire("vera", "validator")
            .hire("cleo", "communicator");
    for (String reader : READERS) {
      staff.hire(reader, "viewer");
    }
    listener = Listener.start();
    Messages.channel(staff.the("ann"), CHANNEL, listener.address());
  }

  @AfterAll
  static void nothing_went_wrong_behind_the_pages() {
    if (listener != null) {
      listener.close();
    }
    if (staff != null) {
      staff.close();
      staff.nothingWentWrong();
    }
  }

  @Test
  @Order(1)
  void six_steps_that_minimise_downtime() throws Exception {
    Colleague igor = staff.the("igor");
    staff.expects("igor", "status of 409");
    Assignment intranet = upgrade("intranet", "The intranet to 5.0");
    intranet.launch(igor, "minimise-downtime");
    Assertions.assertThat(intranet.open(igor)).isEqualTo(6);

    intranet
        .duty(igor, "Schedule the software update")
        .isNotDoneBecause("How it is done")
        .answers(Map.of("kind", "carried out step by step", "time", GO_LIVE.toString()))
        .done("it takes three nodes down, one after the other");
    intranet
        .duty(igor, "Identify what needs upgrading")
        .isNotDoneBecause("ticked")
        .ticks()
        .done("a major version of one system");
    intranet.duty(igor, "Budget it and have it approved").leadsTo(intranet, "budget");
    money(intranet, igor, 1200);
    intranet.closesByItself(
        igor,
        "Budget it and have it approved",
        Pattern.compile("1,200 EUR were approved by sofia"));
    new Planning(igor).makesAndAgreesOn("winter", intranet);
    intranet.closesByItself(igor, "Plan the timeline", Pattern.compile("It has its place from"));

    assessed(intranet, igor);
    together(intranet, igor);
    Runs runs = rehearsed("intranet", igor);
    staff.expects("otto", "status of 422");
    runs.isRefused(
        "nobody has agreed to it",
        "'The pilot group is chosen and ready' is no",
        "'The plan of messages for all phases was given to everybody' is no");
    checked(intranet);
    runs.carriesItOut();
    intranet.closesByItself(igor, "Carry out the upgrade", Pattern.compile("Run '.*' ended well"));
    intranet
        .duty(igor, "Review, and update the schedule")
        .answers(Map.of("keep", "three nodes, one at a time", "change", "tell users earlier"))
        .done("all of us, after lunch");
    reviewed(intranet, igor);
  }

  @Test
  @Order(2)
  void seven_steps_to_avoid_downtime() throws Exception {
    Colleague uma = staff.the("uma");
    staff.expects("uma", "status of 409");
    Assignment ledger = upgrade("ledger", "The ledger to 5.0");
    ledger.launch(uma, "seven-steps");
    Assertions.assertThat(ledger.open(uma)).isEqualTo(7);
    movesWithGoLive(ledger, uma);

    assessed(ledger, uma);
    ledger.closesByItself(uma, "Audit the risk", Pattern.compile("over and in time"));
    ledger.closesByItself(
        uma,
        "Choose the strategy and the way back",
        Pattern.compile("big-bang was decided by uma"));
    money(ledger, uma, 800);
    new Planning(uma).makesAndAgreesOn("winter, with the ledger", ledger);
    together(ledger, uma);
    ledger.closesByItself(uma, "Put the team together", Pattern.compile("The team has 5 people"));
    Runs runs = rehearsed("ledger", uma);
    ledger.closesByItself(
        uma,
        "Test in layers, where it looks like production",
        Pattern.compile("went forward in .* and back in"));
    ledger
        .duty(uma, "Answer the ten questions before go-live")
        .ticks()
        .done("ten times yes, see the checklist");
    checked(ledger);
    runs.carriesItOut();
    ledger.closesByItself(uma, "Roll out in phases", Pattern.compile("Run '.*' ended well"));
    ledger.duty(uma, "Monitor, measure and optimise").ticks().done("a week without anything new");
    reviewed(ledger, uma);
  }

  @Test
  @Order(3)
  void eighteen_steps_of_learning_technology() throws Exception {
    Colleague lena = staff.the("lena");
    staff.expects("lena", "status of 409");
    Assignment campus = upgrade("campus", "The campus to 5.0");
    campus.launch(lena, "learning-technology");
    Assertions.assertThat(campus.open(lena)).isEqualTo(18);

    campus.duty(lena, "Know the stakeholders").ticks().done("on one page");
    campus
        .duty(lena, "Plan under change control")
        .answers(
            Map.of(
                "manager", "axel",
                "communication-plan", "https://papers.example/messages",
                "project-plan", "https://papers.example/plan"))
        .done("axel has it");
    Sheets sheets = new Sheets(campus, lena);
    sheets.takesStockOf(Map.of("Course badges", "UPGRADE"));
    campus.closesByItself(lena, "Review the site", Pattern.compile("Every customisation"));
    campus
        .duty(lena, "Write the roll-out plan")
        .answers(Map.of("outage", "yes", "minutes", "10", "document", "https://papers.example/out"))
        .isNotDoneBecause("'Write the upgrade plan' comes before it and is open");
    sheets.answers(List.of("REDEVELOP", "HISTORICAL_DATA", "PURCHASES", "DESIGN"));
    campus.closesByItself(lena, "Settle the requirements", Pattern.compile("All of the questions"));
    campus
        .duty(lena, "Write the upgrade plan")
        .answers(Map.of("document", "https://papers.example/up"))
        .done("read by the suppliers");
    campus.duty(lena, "Write the roll-out plan").done("read by the trainers");
    assessed(campus, lena);
    money(campus, lena, 2500);
    new Planning(lena).makesAndAgreesOn("winter, with the campus", campus);

    together(campus, lena);
    Runs runs = rehearsed("campus", lena);
    campus.closesByItself(
        lena, "Back up everything, twice", Pattern.compile("and read the copy back' was done"));
    campus
        .duty(lena, "Upgrade a copy of the live site")
        .answers(Map.of("hours", "3", "left", "One theme has to be changed."))
        .done("trainers looked at it");
    campus.closesByItself(lena, "Upgrade staging", Pattern.compile("went forward in"));
    campus.closesByItself(
        lena, "Test", Pattern.compile("'A thousand looks take less than a minute' were done"));
    campus
        .duty(lena, "Configure the new features")
        .answers(Map.of("decisions", "Badges on, chat off."))
        .done("carried over word for word");
    campus.duty(lena, "Write the documentation").ticks().done("in the help of the site");
    campus.duty(lena, "Train people").answers(Map.of("trained", "40")).done("in four groups");
    sheets.thereIsRoom();
    campus.closesByItself(
        lena, "Prepare the infrastructure", Pattern.compile("All 3 resources reach"));
    checked(campus);
    runs.carriesItOut();
    campus.closesByItself(lena, "Go live", Pattern.compile("Run '.*' ended well"));
    campus.duty(lena, "Support the first days").ticks().done("two more people for a week");
    reviewed(campus, lena, "Review the upgrade", "Celebrate");
    campus.closesByItself(lena, "Review the upgrade", Pattern.compile("wrote the review down"));
    campus.duty(lena, "Celebrate").done("there was cake");
  }

  @Test
  @Order(4)
  void forty_eight_checks_of_a_release() throws Exception {
    Colleague lars = staff.the("lars");
    Assignment shop = upgrade("shop", "The shop to 5.0");
    shop.launch(lars, "release-deployment");
    Assertions.assertThat(shop.open(lars)).isEqualTo(48);

    Sheets sheets = new Sheets(shop, lars);
    sheets.thereIsRoom();
    sheets.answers(List.of("AUTHENTICATION", "ENCRYPTION", "PERMISSIONS"));
    sheets.securityTeamLookedAtIt("sina, who has nothing against it");
    sheets.takesStockOf(Map.of("Discount rules", "UPGRADE", "Gift cards", "RE_IMPLEMENT"));
    assessed(shop, lars);
    new Sheets(shop, staff.the("dina")).dataAreCarriedForward("They stay where they are.");
    money(shop, lars, 5000);
    new Planning(lars).makesAndAgreesOn("winter, with the shop", shop);
    together(shop, lars);
    Runs runs = rehearsed("shop", lars);
    for (String check :
        List.of(
            "Capacity reaches for the new release",
            "Changes to sign-in and encryption are reviewed",
            "Customisations are taken stock of",
            "The strategy is chosen, with its reasons",
            "Scope and method of moving data are decided",
            "The criteria that roll back by themselves are set",
            "The window is found and staffed",
            "The regression suite ran three times",
            "The order was proven on staging")) {
      shop.closesByItself(lars, check, Pattern.compile("."));
    }
    done(shop, "before");
    shop.skipped(
        lars, "Schema changes are transactions", "This release changes nothing in the database.");
    checked(shop);
    shop.closesByItself(lars, "The change board has approved", Pattern.compile("by axel, bea"));
    runs.carriesItOut();
    shop.closesByItself(lars, "The log of the run is complete", Pattern.compile("ended well"));
    shop.closesByItself(
        lars, "Smoke tests passed right after", Pattern.compile("ended healthy by its one rule"));
    isNotReviewedWithOpenTasks(shop, lars);
    done(shop, "after");
    reviewed(shop, lars, "The review took place", "Lessons are in the library");
    shop.closesByItself(lars, "The review took place", Pattern.compile("wrote the review down"));
    shop.closesByItself(
        lars, "Lessons are in the library", Pattern.compile("wrote the review down"));
  }

  @Test
  @Order(5)
  void what_was_done_stays_done() throws Exception {
    Assertions.assertThat(finished).hasSize(4);
    Assertions.assertThat(listener.heard()).as("what everybody was told").isNotEmpty();
    for (String path : finished) {
      staff.the("rita").go(path + "/tasks").sees("Nothing is open");
    }
  }

  /** Whoever may ask for upgrades asks for one. */
  private static Assignment upgrade(String system, String title) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("systems", system);
    fields.put("to", "5.0");
    fields.put("title", title);
    fields.put("owner", "igor");
    fields.put("goLive", GO_LIVE.toString());
    fields.put("downtimeMinutes", "10");
    fields.put("why", "The old version gets no security fixes from January on.");
    fields.put("wayBack", "Every node is switched back to the release before, in five minutes.");
    return Assignment.asked(staff.the("rita"), fields);
  }

  /** All deadlines that count from go-live go with it, there and back. */
  private static void movesWithGoLive(Assignment upgrade, Colleague reader) {
    Map<String, LocalDate> before = upgrade.deadlines(reader);
    upgrade.goesLiveOn(staff.the("rita"), GO_LIVE.plusDays(9));
    Map<String, LocalDate> after = upgrade.deadlines(reader);
    Assertions.assertThat(after.keySet()).isEqualTo(before.keySet()).isNotEmpty();
    before.forEach(
        (task, day) -> Assertions.assertThat(after.get(task)).as(task).isEqualTo(day.plusDays(9)));
    upgrade.goesLiveOn(staff.the("rita"), GO_LIVE);
    Assertions.assertThat(upgrade.deadlines(reader)).isEqualTo(before);
  }

  /** What could go wrong, and how it is carried out. */
  private static void assessed(Assignment upgrade, Colleague engineer) {
    Sheets sheets = new Sheets(upgrade, engineer);
    sheets.downtimeCosts(720_000);
    sheets.auditIsOver(TODAY.minusDays(7), TODAY, "Nothing that would keep it from going live.");
    sheets.strategyIs("BIG_BANG", "Three nodes; users can be without it for ten minutes.");
  }

  /** The engineer says what it costs, the sponsor agrees to that. */
  private static void money(Assignment upgrade, Colleague engineer, int amount) {
    Budgeting costs = new Budgeting(upgrade);
    costs.writtenDown(engineer, "upgrades", "big-bang", amount);
    costs.isNotFor(engineer);
    costs.approved(staff.the("sofia"));
  }

  /** The team is named; each of them has seen what is whose, and promises to come. */
  private static void together(Assignment upgrade, Colleague engineer) {
    Teamwork team = new Teamwork(upgrade);
    team.named(
        engineer,
        Map.of(
            "LEAD_ENGINEER", "lars",
            "OPERATIONS", "igor",
            "PRODUCT_MANAGER", "pia",
            "CUSTOMER_SUPPORT", "kim",
            "BUSINESS_SPONSOR", "sofia"));
    team.chartGivenOut(engineer);
    team.promised(Stream.of("lars", "igor", "pia", "kim", "sofia").map(staff::the).toList());
    team.ready(engineer);
  }

  /** The operator rehearses the runbook on a fleet of its own. */
  private static Runs rehearsed(String system, Colleague engineer) throws IOException {
    Lab fleet = Lab.in(office.scene(), system + "-fleet");
    for (String node : Lab.NODES) {
      Files.writeString(fleet.folder().resolve(node).resolve("release"), "4.1\n");
    }
    Path runbook =
        Files.writeString(
            office.scene().file(system + ".yaml"),
            resource("runbook.yaml").replace("SYSTEM", system));
    Runs runs = new Runs(staff.the("otto"), runbook, fleet);
    runs.rehearses();
    return runs;
  }

  /**
   * What no fact shows is confirmed by the validator, the plan of messages is given out, and others
   * agree to what was rehearsed: nothing keeps it from going live.
   */
  private static void checked(Assignment upgrade) {
    GoLive list = new GoLive(upgrade);
    Colleague vera = staff.the("vera");
    List<String> asked = list.confirmable(vera);
    Assertions.assertThat(asked).as("what only people can tell").hasSizeBetween(4, 6);
    for (String item : asked) {
      list.confirmed(vera, item, "Looked at it today; it is so.");
    }
    Messages messages = new Messages(upgrade);
    messages.givenOut(staff.the("cleo"), CHANNEL);
    messages.noticeSkipped(staff.the("cleo"), "It is carried out today; all users were called.");
    list.isOpen(vera);

    Approval approval = new Approval(upgrade);
    approval.asked(
        staff.the("rita"), TODAY, GO_LIVE.plusYears(1), "Its support ends, and it was rehearsed.");
    approval.given(staff.the("axel"), "The way back is short.");
    approval.given(staff.the("bea"), "Fine with me.");
    approval.holds(staff.the("rita"));
  }

  /** Whoever would end it is told what is open. */
  private static void isNotReviewedWithOpenTasks(Assignment upgrade, Colleague engineer) {
    staff.expects(engineer.name(), "status of 409");
    upgrade.isNotReviewed(engineer, "All went well.", "say why they stay open");
    upgrade.standsAt(engineer, "stabilising");
  }

  /**
   * What was learned is written down, and with that it is over.
   *
   * @param wait tasks that wait for that
   */
  private static void reviewed(Assignment upgrade, Colleague engineer, String... wait) {
    Assertions.assertThat(upgrade.open(engineer)).isEqualTo(wait.length);
    upgrade.standsAt(engineer, "stabilising");
    upgrade.reviewed(engineer, "Promised ten minutes, it took four. Tell users earlier.");
    upgrade.standsAt(engineer, "reviewed");
    finished.add(upgrade.path());
  }

  /** Checks of a release, each done by whose it is. */
  private static void done(Assignment release, String when) throws IOException {
    boolean now = false;
    for (String line : resource("release-deployment.txt").lines().toList()) {
      String[] parts = line.split(" \\| ");
      if (parts.length == 3 && now) {
        release.duty(staff.the(parts[0]), parts[1]).done(parts[2]);
      } else if (!line.startsWith("#")) {
        now = line.equals(when);
      }
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream text = ProcessJourneyIT.class.getResourceAsStream("/process/" + name)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
