package io.samling.architecture.red.injection.member.membership;

import org.springframework.beans.factory.annotation.Autowired;

class Culprit {
    @Autowired String name;
}
