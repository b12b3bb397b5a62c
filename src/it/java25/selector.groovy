// SPDX-License-Identifier: Apache-2.0
return System.getenv('JDK25_HOME') != null
