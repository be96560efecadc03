package io.patchbay.demoshop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.web.servlet.function.RouterFunction;

class DemoShopConfigurationTests {

    private final ApplicationContextRunner patchbay =
            new ApplicationContextRunner().withUserConfiguration(DemoShopConfiguration.class);

    @Test
    void theShopIsClosedUnlessItIsSwitchedOn() {
        patchbay.run(context -> assertThat(context).doesNotHaveBean(RouterFunction.class));
        patchbay.withPropertyValues("patchbay.demo-shop=false")
                .run(context -> assertThat(context).doesNotHaveBean(RouterFunction.class));
    }

    @Test
    void theShopIsOpenWhereItIsSwitchedOn() {
        patchbay.withPropertyValues("patchbay.demo-shop=true")
                .run(context -> assertThat(context).hasSingleBean(RouterFunction.class));
    }
}
