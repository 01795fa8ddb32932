@password-150
Feature: Changing the password for 150 days
  A member who is logged in with the CAC can set a password that lasts 150 days. A member who is logged in with the
  password alone cannot.

  Rule: Only a CAC Login may set a password for 150 days

    @presents-pin-1
    Scenario: Ada sets a password for 150 days after a CAC Login
      Given Ada is logged in with her registered CAC
      When Ada changes her password for 150 days
      Then the portal says that the password lasts 150 days
      And Ada's new password logs her in

    Scenario: Ada cannot set a password for 150 days when she logged in with her password
      Given Ada is logged in with her password
      When Ada tries to change her password for 150 days
      Then the portal says that a CAC Login is needed for 150 days
      And Ada's password still logs her in

  Rule: The password lasts 150 days, and not a day longer

    @presents-pin-1
    Scenario: Ada's password works on day 150
      Given Ada has changed her password for 150 days
      When Ada logs in with her new password 150 days later
      Then Ada's account home is shown

    @presents-pin-1
    Scenario: Ada's password has expired on day 151 and leads to Reset Password
      Given Ada has changed her password for 150 days
      When Ada logs in with her new password 151 days later
      Then the portal says that the password has expired and leads to Reset Password
      And Ada is not logged in
