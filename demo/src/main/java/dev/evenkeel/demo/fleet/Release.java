package dev.evenkeel.demo.fleet;

import dev.evenkeel.demo.app.Fault;

/**
 * What a node can run: a Tomcat and the application on it.
 *
 * @param tomcat version of Tomcat, such as {@code 11.0.2}
 */
public record Release(String tomcat, Fault fault) {

  /** The version every story begins with. */
  public static final Release OLD = new Release("10.1.30", Fault.NONE);

  /** The version every story wants to get to. */
  public static final Release NEW = new Release("11.0.2", Fault.NONE);

  /** The new version with something wrong. */
  public static Release bad(Fault fault) {
    return new Release(NEW.tomcat, fault);
  }

  /** Folder name and version shown to people: {@code 11.0.2}, {@code 11.0.2-errors}. */
  public String name() {
    return fault == Fault.NONE ? tomcat : tomcat + "-" + fault.word();
  }
}
