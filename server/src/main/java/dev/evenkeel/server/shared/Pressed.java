package dev.evenkeel.server.shared;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.ui.Model;

/** What a button of a page asks for. */
public final class Pressed {
  private Pressed() {}

  /**
   * Has it done, or leaves the page to say why it was not.
   *
   * @return false when it was refused: then the page is shown again
   */
  public static boolean done(Runnable order, HttpServletResponse response, Model model) {
    try {
      order.run();
      return true;
    } catch (Refused refused) {
      response.setStatus(status(refused));
      model.addAttribute("refusal", refused.getMessage());
      return false;
    }
  }

  /** Of a page that says so itself. */
  static int status(Refused refused) {
    return switch (refused.kind()) {
      case INVALID -> 400;
      case NOT_FOUND -> 404;
      default -> 409;
    };
  }
}
