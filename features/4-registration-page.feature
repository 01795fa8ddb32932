@step-4
Feature: Step 4: My Account › Login Options › CAC-Cert Registration
  The menu of the account leads to the registration page. The page speaks of the account whose member is logged in.

  Rule: The menu leads to the registration page of the member's own account

    @hardware-safe
    Scenario: The menu leads Ada to her registration page
      Given Ada is logged in with her password
      When Ada goes to CAC-Cert Registration
      Then the registration page of Ada's account is shown

    Scenario: Ada's registration page does not show what Bob has registered
      Given Bob's CAC is registered
      And Ada is logged in with her password
      When Ada goes to CAC-Cert Registration
      Then the screen says that Ada is not registered

  Rule: Without a login there is no registration page

    @hardware-safe
    Scenario: The registration page is closed to somebody who has not logged in
      When Ada goes to the registration page without logging in
      Then the portal asks Ada to log in
