package org.cacharness.environment;

import java.util.LinkedHashSet;
import java.util.Set;
import org.cacharness.drivers.Member;
import org.cacharness.drivers.Portal;
import org.cacharness.drivers.PortalBackOffice;

/** A live portal in one scenario: its members' registered information is cleared before and after. */
final class LivePortalInUse implements PortalInUse {
    private final LivePortal live;
    private final LivePortalBackOffice office;
    private final Set<Member> admitted = new LinkedHashSet<>();

    LivePortalInUse(LivePortal live, FrontDoor door) {
        this.live = live;
        this.office = new LivePortalBackOffice(live, door);
    }

    @Override
    public Portal portal() {
        return live.portal();
    }

    @Override
    public PortalBackOffice backOffice() {
        return office;
    }

    @Override
    public Member admit(Member person) {
        Member member = new Member(
                person.name(), live.accounts().username(person.name()), person.dodIdNumber(), person.certificateName());
        office.clear(member);
        admitted.add(member);
        return member;
    }

    @Override
    public void leaveNothingBehind() {
        admitted.forEach(office::clear);
    }

    @Override
    public void close() {}
}
