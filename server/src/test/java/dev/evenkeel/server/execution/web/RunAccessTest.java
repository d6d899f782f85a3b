package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.web.Browser;
import dev.evenkeel.server.web.Browser.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Who is not signed in sees nothing of a run, and is told what to do. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunAccessTest {
  @Autowired ListableBeanFactory beans;
  private StillServer server;
  private Browser nobody;
  private String run;

  @BeforeAll
  void open() {
    server = new StillServer(beans);
    nobody = Browser.signedOut(beans);
    run = server.started(SampleRunbooks.rolling(4)).until("w1/n1/switch").id.value();
  }

  @AfterAll
  void close() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/runs",
        "/runs/new",
        "/runs/RUN",
        "/runs/RUN/log",
        "/runs/RUN/log.csv",
        "/runs/RUN/steps?target=n1",
        "/runs/RUN/runbook.yaml",
        "/settings"
      })
  void a_page_leads_to_signing_in_and_back_to_itself(String path) {
    String page = path.replace("RUN", run);
    Page answer = nobody.open(page);
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.leadsTo())
        .isEqualTo("/sign-in?then=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/runs",
        "/api/runs/RUN",
        "/api/runs/RUN/stream",
        "/api/runs/RUN/events",
        "/api/runs/RUN/series",
        "/api/runs/RUN/attempts/RUN-w1.n1.switch-f1/output"
      })
  void the_interface_for_programs_answers_with_a_problem(String path) {
    Page answer = nobody.api(path.replace("RUN", run));
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers().get("content-type")).startsWith("application/problem+json");
    assertThat(answer.text()).contains("\"title\":\"Not signed in\"");
  }

  @Test
  void a_live_part_leads_the_whole_page_to_signing_in_and_back_to_the_run() {
    Page answer = nobody.part("/runs/%s?parts=head".formatted(run), "/runs/" + run);
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.text()).isEmpty();
    assertThat(answer.headers()).containsEntry("hx-redirect", "/sign-in?then=%2Fruns%2F" + run);
  }

  @Test
  void a_live_part_never_leads_to_another_site() {
    Page answer = nobody.part("/runs/%s?parts=head".formatted(run), "https://evil.example//evil");
    assertThat(answer.headers().get("hx-redirect")).doesNotContain("evil.example");
  }
}
