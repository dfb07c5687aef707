package io.samling.funding;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts funding-service. */
@SpringBootApplication
public class FundingServiceApplication {

    /** Starts the service with its settings from the environment and the command line. */
    public static void main(String[] args) {
        SpringApplication.run(FundingServiceApplication.class, args);
    }
}
