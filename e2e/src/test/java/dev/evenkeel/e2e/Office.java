package dev.evenkeel.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import dev.evenkeel.e2e.pages.Chromium;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A packaged server, a terminal and a browser for the journeys of a class: there before the first,
 * gone after the last. Without a browser on the machine the journeys are skipped.
 */
public final class Office implements BeforeAllCallback, AfterAllCallback {
  private final Scene scene;
  private Optional<Chromium> chromium = Optional.empty();
  private Optional<PackagedServer> server = Optional.empty();

  private Office(Scene scene) {
    this.scene = scene;
  }

  /**
   * @param name of the folder of the journeys
   */
  public static Office of(String name) {
    return new Office(Scene.of(name));
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    chromium = Optional.of(Chromium.startOrSkip());
    server = Optional.of(new PackagedServer(scene).onFixedPort());
    server().start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    chromium.ifPresent(Chromium::close);
    server.ifPresent(PackagedServer::close);
  }

  public Scene scene() {
    return scene;
  }

  public PackagedServer server() {
    return server.orElseThrow();
  }

  /** A reader in front of a screen of usual size. */
  public BrowserContext desk() {
    return chromium.orElseThrow().reader(new NewContextOptions().setViewportSize(1440, 900));
  }

  /** Types a command. */
  public Called evenkeel(String name, String... arguments) throws IOException {
    return Called.start(scene, name, server().environment(), arguments);
  }
}
