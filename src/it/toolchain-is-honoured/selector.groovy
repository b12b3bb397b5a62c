// SPDX-License-Identifier: Apache-2.0
// Needs a JDK that Maven itself does not run on.
def home = System.getenv('JDK25_HOME')
return home != null && new File(home).canonicalPath != new File(System.getProperty('java.home')).canonicalPath
