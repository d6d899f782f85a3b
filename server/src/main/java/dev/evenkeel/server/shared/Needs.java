package dev.evenkeel.server.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The rights a controller, or one method of it, asks for, all of them; the method's word goes
 * first. A handler with neither this nor {@link Open} is refused to everybody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Needs {
  Right[] value();

  /**
   * Whether the handler itself sees to it, with a {@link TeamGate}, that who has the rights for
   * some teams only keeps to them. What is about one upgrade or run needs no such word.
   */
  boolean teams() default false;

  /**
   * Whether somebody without the rights gets through all the same while it is what an open task of
   * theirs asks for, as a {@link DutyGate} tells.
   */
  boolean duty() default false;
}
