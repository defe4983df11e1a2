package fr.palabre.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission a handler under {@code /{brand}/…} asks of the member. Every such handler, or its
 * class, carries one: a test says so, and the interceptor refuses those that do not.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
  Permission value();
}
