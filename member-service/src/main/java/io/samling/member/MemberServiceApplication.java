package io.samling.member;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts member-service. */
@SpringBootApplication
public class MemberServiceApplication {

    /** Starts the service with its settings from the environment and the command line. */
    public static void main(String[] args) {
        SpringApplication.run(MemberServiceApplication.class, args);
    }
}
