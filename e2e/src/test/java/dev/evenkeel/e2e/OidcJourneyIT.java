package dev.evenkeel.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import dev.evenkeel.e2e.pages.Chromium;
import dev.evenkeel.e2e.pages.Welcome;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * People sign in with a real Keycloak: while it is not there yet a password does; who is in its
 * groups joins with their roles; who is somebody here already links both with the password, and
 * after that comes in without it; a name alone makes nobody somebody else.
 */
@Timeout(900)
class OidcJourneyIT {
  private static final Scene scene = Scene.of("oidc");

  @Test
  void people_sign_in_with_keycloak_and_with_their_password_while_it_is_away() throws Exception {
    try (Chromium chromium = Chromium.startOrSkip();
        PackagedServer server = new PackagedServer(scene).onFixedPort()) {
      String evenkeel = server.plannedUrl();
      try (Keycloak keycloak = Keycloak.unpackedOrSkip(scene, evenkeel)) {
        server
            .with("EVENKEEL_QUICK_START", "off")
            .with("EVENKEEL_OIDC_ISSUER", keycloak.issuer())
            .with("EVENKEEL_OIDC_NAME", "Harbour ID")
            .with("EVENKEEL_OIDC_ROLES", "ops=operator; web-crew=engineer of web")
            .with("EVENKEEL_OIDC_JOIN", "groups")
            .start();
        theServerStartsWithoutTheProvider(chromium, server);
        Files.writeString(scene.file("typed"), "between-evenkeel-and-harbour\n");
        Called secret =
            Called.start(
                scene,
                "secret",
                Archive.call(server.environment(), List.of("secret", "set", "oidc-client-secret"))
                    .redirectInput(scene.file("typed").toFile()));
        assertThat(secret.exitCode(2)).isZero();
        keycloak.start();
        whoIsInAGroupJoinsWithItsRoles(chromium, server);
        whoIsHereAlreadyLinksBoth(chromium, server);
        keycloak.stop();
        aPasswordStillDoes(chromium, server);
      }
    }
  }

  private void theServerStartsWithoutTheProvider(Chromium chromium, PackagedServer server)
      throws Exception {
    try (BrowserContext desk = desk(chromium)) {
      Page page = desk.newPage();
      Welcome.join(page, server.welcomeLink());
    }
    try (BrowserContext desk = desk(chromium)) {
      Page page = desk.newPage();
      page.navigate(server.url() + "/sign-in");
      page.locator("#provider").click();
      assertThat(page.locator("#notice")).containsText("Harbour ID does not answer just now");
      picture(page, "away");
      password(page);
    }
  }

  private void whoIsInAGroupJoinsWithItsRoles(Chromium chromium, PackagedServer server)
      throws Exception {
    try (BrowserContext desk = desk(chromium)) {
      Page page = desk.newPage();
      page.navigate(server.url() + "/runs");
      picture(page, "sign-in");
      page.locator("#provider").click();
      atKeycloak(page, "olga");
      page.waitForURL("**/runs");
      assertThat(page.locator(".who .name")).hasText("olga");
      page.navigate(server.url() + "/settings");
      assertThat(page.locator("#page")).containsText("engineer for team web, operator");
      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign out")).click();
      assertThat(page.locator("#sign-out-there")).isVisible();
      picture(page, "signed-out");
      page.locator("#sign-out-there").click();
      assertThat(page.locator("body")).containsText("log out");
    }
  }

  /** Ann is the administrator here, and somebody of that name at the provider. */
  private void whoIsHereAlreadyLinksBoth(Chromium chromium, PackagedServer server)
      throws Exception {
    try (BrowserContext desk = desk(chromium)) {
      Page page = desk.newPage();
      page.navigate(server.url() + "/sign-in");
      page.locator("#provider").click();
      atKeycloak(page, "ann");
      assertThat(page.locator("h1")).hasText("Who are you here?");
      picture(page, "link");
      page.navigate(server.url() + "/settings");
      assertThat(page.locator("h1")).hasText("Sign in");
      page.navigate(server.url() + "/sign-in/link");
      page.getByLabel("Name here").fill(Welcome.NAME);
      page.getByLabel("Password here").fill(Welcome.PASSWORD);
      page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Link and sign in")).click();
      assertThat(page.locator(".who .name")).hasText(Welcome.NAME);
    }
    try (BrowserContext desk = desk(chromium)) {
      Page page = desk.newPage();
      page.navigate(server.url() + "/sign-in");
      page.locator("#provider").click();
      atKeycloak(page, "ann");
      assertThat(page.locator(".who .name")).hasText(Welcome.NAME);
      page.navigate(server.url() + "/settings/people");
      assertThat(page.locator("#page")).containsText("linked with the provider");
      picture(page, "people");
    }
  }

  private void aPasswordStillDoes(Chromium chromium, PackagedServer server) throws Exception {
    server.restart();
    try (BrowserContext desk = desk(chromium)) {
      Page page = desk.newPage();
      page.navigate(server.url() + "/sign-in");
      page.locator("#provider").click();
      assertThat(page.locator("#notice")).containsText("Harbour ID does not answer just now");
      password(page);
    }
  }

  private static void password(Page page) {
    page.getByLabel("Name").fill(Welcome.NAME);
    page.getByLabel("Password").fill(Welcome.PASSWORD);
    page.getByRole(AriaRole.BUTTON, new GetByRoleOptions().setName("Sign in").setExact(true))
        .click();
    assertThat(page.locator(".who .name")).hasText(Welcome.NAME);
  }

  private static void atKeycloak(Page page, String name) {
    page.locator("#username").fill(name);
    page.locator("#password").fill(name + "'s four words");
    page.locator("#kc-login").click();
  }

  private static BrowserContext desk(Chromium chromium) {
    return chromium.reader(new NewContextOptions().setViewportSize(1440, 900));
  }

  private static void picture(Page page, String name) throws Exception {
    Files.write(scene.file(name + ".png"), page.screenshot());
    page.setViewportSize(390, 844);
    Files.write(scene.file(name + "-phone.png"), page.screenshot());
    page.setViewportSize(1440, 900);
  }
}
