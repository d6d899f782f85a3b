package dev.evenkeel.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.execution.web.SampleRunbooks;
import dev.evenkeel.server.risk.RiskScene;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.Browser.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Follows every link from the first page on, as everybody there is, and as nobody. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrawlTest {
  /** Of pages that differ in a name or a number only, so many are looked at. */
  private static final int ALIKE = 3;

  /** As browsers say it. */
  private static final String ACCEPTED = "text/html,application/xml;q=0.9,*/*;q=0.8";

  private static final Pattern NAME =
      Pattern.compile(
          "(?<=[/=])(r[0-9a-f]{8}[^/&?]*|\\d[^/&?]*|[a-z0-9]{8}|[0-9a-f-]{36})(?=[/&?]|$)");

  @Autowired ListableBeanFactory beans;
  private final Set<String> everywhere = new TreeSet<>();

  /** What was seen of a page that is not as it should be. */
  record Wrong(int status, String from) {}

  @BeforeAll
  void there_is_something_to_look_at() {
    RiskScene scene = new RiskScene(beans);
    scene.upgrade();
    scene.upgradeOf("shop");
    Browser crew = scene.operator;
    Map<String, String> typed = Map.of("runbook", SampleRunbooks.rolling(2));
    Page looked = crew.press(crew.open("/runs/new").one("#look button"), typed);
    crew.press(looked.one("button[value=REHEARSAL]"), typed);
  }

  @ParameterizedTest
  @EnumSource
  void no_link_leads_anybody_to_a_page_that_is_refused_missing_or_broken(Role role) {
    Browser browser = Browser.signedIn(beans, role);
    Map<String, Wrong> wrong = new TreeMap<>();
    Set<String> seen = crawl(browser, wrong);
    everywhere.addAll(seen);
    assertThat(wrong).as("as %s, of %d pages", role.word(), seen.size()).isEmpty();
    assertThat(seen).as("pages that were found").hasSizeGreaterThan(30);
  }

  /** But the public page about what is planned. */
  @Test
  void nobody_sees_any_of_it_without_signing_in() {
    Set<String> pages = crawl(Browser.signedIn(beans, Crew.ALL_HANDS), new TreeMap<>());
    pages.addAll(crawl(Browser.signedIn(beans, Role.ADMIN), new TreeMap<>()));
    pages.addAll(everywhere);
    Browser nobody = Browser.signedOut(beans);
    Map<String, Integer> open = new TreeMap<>();
    for (String path : pages) {
      Page answer = nobody.open(path);
      boolean asked =
          answer.status() == 401
              || (answer.status() == 302 && answer.leadsTo().startsWith("/sign-in"));
      if (!asked && !path.matches("/status(/.*)?")) {
        open.put(path, answer.status());
      }
    }
    assertThat(open).as("of %d pages", pages.size()).isEmpty();
  }

  /** All pages that links lead to, and those that do not answer as they should. */
  private static Set<String> crawl(Browser browser, Map<String, Wrong> wrong) {
    Map<String, Integer> alike = new HashMap<>();
    Map<String, String> from = new HashMap<>();
    Set<String> seen = new TreeSet<>();
    Deque<String> ahead = new ArrayDeque<>();
    ahead.add("/");
    while (!ahead.isEmpty()) {
      String path = ahead.poll();
      if (!seen.add(path)) {
        continue;
      }
      Page page = browser.send(browser.request(path).header("Accept", ACCEPTED));
      if (page.status() == 302 || page.status() == 303) {
        from.putIfAbsent(page.leadsTo(), path);
        ahead.add(page.leadsTo());
      } else if (page.status() != 200) {
        wrong.put(path, new Wrong(page.status(), from.getOrDefault(path, "")));
      } else if (page.headers().getOrDefault("content-type", "").startsWith("text/html")) {
        for (var link : page.html().select("a[href]")) {
          String there = there(path, link.attr("href"));
          boolean few = alike.merge(NAME.matcher(there).replaceAll("…"), 1, Integer::sum) <= ALIKE;
          if (!there.isEmpty() && !seen.contains(there) && few) {
            from.putIfAbsent(there, path);
            ahead.add(there);
          }
        }
      }
    }
    return seen;
  }

  /** A page of this server; empty for all else. */
  private static String there(String here, String link) {
    String plain = link.replaceFirst("#.*", "");
    if (plain.isEmpty() || plain.matches("(?i)[a-z][a-z0-9+.-]*:.*|//.*")) {
      return "";
    }
    String there =
        plain.startsWith("/")
            ? plain
            : plain.startsWith("?")
                ? here.replaceFirst("\\?.*", "") + plain
                : here.replaceFirst("[^/]*(\\?.*)?$", "") + plain;
    return there.startsWith("/assets/") || there.startsWith("/webjars/") ? "" : there;
  }
}
