package fr.palabre.analytics;

import fr.palabre.testing.PalabreTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** The house, with a network whose counts a test writes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@PalabreTest
@Import({CountingNetwork.class, Stories.class, Weeks.class})
public @interface AnalyticsTest {}
