package dev.evenkeel.e2e;

import dev.evenkeel.e2e.pages.Camera;
import dev.evenkeel.e2e.people.Assignment;
import dev.evenkeel.e2e.people.Colleague;
import dev.evenkeel.e2e.people.Messages;
import dev.evenkeel.e2e.people.Staff;
import dev.evenkeel.e2e.people.Teamwork;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Takes the pictures of docs/people.md and docs/messages.md anew, with {@code -Dpictures=true}: the
 * people of an upgrade, what they are told, and what is done by itself.
 */
@EnabledIfSystemProperty(named = "pictures", matches = "true")
class ProcessPicturesIT {
  private static final Path FOLDER = Path.of("../docs/pictures");

  @RegisterExtension static final Office office = Office.of("process-pictures");

  private final Camera camera = new Camera(FOLDER);

  @Test
  @Timeout(600)
  void takes_the_pictures_of_people_and_messages() throws Exception {
    Path estate = Files.writeString(office.scene().file("estate.yaml"), resource("estate.yaml"));
    Called apply = office.evenkeel("apply", "apply", "-f", estate.toString());
    Assertions.assertThat(apply.exitCode(2)).as(apply.err()).isZero();
    try (Staff staff =
        Staff.of(office)
            .hire("rita", "requester")
            .hire("igor", "engineer")
            .hire("cleo", "communicator")
            .hire("lars", "viewer")
            .hire("pia", "viewer")
            .hire("kim", "viewer")
            .hire("sofia", "sponsor")) {
      for (String name : List.of("igor", "cleo")) {
        staff.the(name).page().setViewportSize(1280, 880);
      }
      Messages.channel(staff.the("ann"), "everybody", "http://127.0.0.1:9/");
      Assignment intranet =
          Assignment.asked(
              staff.the("rita"),
              Map.of(
                  "systems", "intranet",
                  "to", "5.0",
                  "title", "The intranet to 5.0",
                  "owner", "igor",
                  "goLive", LocalDate.now(ZoneOffset.UTC).plusDays(40).toString(),
                  "downtimeMinutes", "10",
                  "why", "The old version gets no security fixes from January on."));
      intranet.launch(staff.the("igor"), "minimise-downtime");
      people(staff, intranet);
      messages(staff.the("cleo"), intranet);
    }
  }

  private void people(Staff staff, Assignment intranet) throws IOException {
    Colleague igor = staff.the("igor");
    Teamwork team = new Teamwork(intranet);
    team.named(
        igor,
        Map.of(
            "LEAD_ENGINEER", "lars",
            "OPERATIONS", "igor",
            "PRODUCT_MANAGER", "pia",
            "CUSTOMER_SUPPORT", "kim",
            "BUSINESS_SPONSOR", "sofia"));
    team.chartGivenOut(igor);
    team.promised(Stream.of("lars", "igor").map(staff::the).toList());
    igor.go(intranet.path() + "/people");
    camera.take(igor.page(), "people");
  }

  private void messages(Colleague cleo, Assignment intranet) throws IOException {
    new Messages(intranet).givenOut(cleo, "everybody");
    cleo.go(intranet.path() + "/messages");
    camera.take(cleo.page(), "messages");
    cleo.go("/settings/automations");
    camera.take(cleo.page(), "automations");
  }

  private static String resource(String name) throws IOException {
    try (InputStream text = ProcessPicturesIT.class.getResourceAsStream("/process/" + name)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
